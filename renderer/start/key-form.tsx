// Takes a Stripe key, says what it is, and connects with it. The key leaves the page at once and never comes back.
import { ChevronRight, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useAppState } from '../shell/app-state.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type KeyKind, keyKind } from './key-kind.ts';
import { READ_PERMISSIONS, WRITE_PERMISSIONS } from './permissions.ts';
import './start.css';

export interface KeyFormProps {
  readonly actionLabel: string;
  readonly onConnected: () => void;
  readonly onCancel?: () => void;
}

const KEEPING = {
  os: 'The key is kept by your operating system’s keychain and is never shown again.',
  session: 'The key is kept in memory until Quittance is closed, and is never shown again.',
} as const;

export function KeyForm({ actionLabel, onConnected, onCancel }: KeyFormProps) {
  const { vault } = useAppState().key;
  const [key, setKey] = useState('');
  const connect = useCommand('stripe.connect', { failure: 'quiet' });
  const kind = keyKind(key);
  const submit = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (kind.kind !== 'usable') return;
    const result = await connect.run({ key: key.trim() });
    if (!result.ok) return;
    setKey('');
    onConnected();
  };
  const problem = connect.error === null ? undefined : describeError(connect.error);
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Stripe key"
        placeholder="rk_live_…"
        type="password"
        autoComplete="off"
        autoFocus
        value={key}
        onChange={(text) => {
          setKey(text);
          connect.reset();
        }}
        error={kind.kind === 'refused' ? kind.reason : problem}
        description={describeKind(kind)}
      />
      <PermissionList />
      <p className="cluster small muted">
        <Icon icon={ShieldCheck} />
        {KEEPING[vault]}
      </p>
      {kind.kind === 'usable' && kind.mode === 'live' && (
        <Banner tone="warning">This is a live key: invoices are really sent and money really moves.</Banner>
      )}
      <div className="cluster">
        <Button
          type="submit"
          variant="primary"
          isDisabled={kind.kind !== 'usable'}
          isPending={connect.isPending}
        >
          {connect.isPending ? 'Checking the key with Stripe' : actionLabel}
        </Button>
        {onCancel && <Button onPress={onCancel}>Back</Button>}
      </div>
    </form>
  );
}

function describeKind(kind: KeyKind): string {
  if (kind.kind !== 'usable') return 'In Stripe: Developers → API keys → Create restricted key.';
  const reach = kind.restricted ? 'Restricted key' : 'Secret key with every permission';
  return kind.mode === 'live' ? `${reach}, live mode.` : `${reach}, test mode: no real money moves.`;
}

function PermissionList() {
  return (
    <details className="details">
      <summary className="details__summary">
        <Icon icon={ChevronRight} size={14} />
        Which permissions a restricted key needs
      </summary>
      <div className="permissions">
        <Permissions title="Write" names={WRITE_PERMISSIONS} />
        <Permissions title="Read" names={READ_PERMISSIONS} />
      </div>
    </details>
  );
}

function Permissions({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <div>
      <p className="permissions__title">{title}</p>
      <ul className="permissions__list" aria-label={title}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
