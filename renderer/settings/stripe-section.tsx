// The Stripe account of these books and the key that opens it.
import { ExternalLink, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { BalanceCard } from '../payouts/balance-card.tsx';
import { type AppState, useAppState } from '../shell/app-state.ts';
import { ModeBadge } from '../shell/mode-badge.tsx';
import { KeyForm } from '../start/key-form.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useReading } from '../ui/format.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { countryName } from '../ui/regions.ts';
import { showToast } from '../ui/toast.tsx';

export function StripeSection() {
  const { books, key } = useAppState();
  const { locale } = useReading();
  const open = useCommand('external.open');
  if (books === null) return null;
  const dashboard = (
    <Button
      icon={ExternalLink}
      size="small"
      onPress={() => void open.run({ kind: 'dashboard', of: 'account', id: null })}
    >
      Open Stripe
    </Button>
  );
  return (
    <>
      <Card title="Account" actions={books.mode === 'sample' ? undefined : dashboard}>
        <KeyValues
          rows={[
            { name: 'Name', value: books.name },
            { name: 'Account', value: <code>{books.accountId}</code> },
            { name: 'Mode', value: <ModeBadge mode={books.mode} /> },
            { name: 'Country', value: books.country === null ? null : countryName(books.country, locale) },
            { name: 'Settles in', value: books.defaultCurrency.toUpperCase() },
          ]}
        />
      </Card>
      <BalanceCard />
      {books.mode === 'sample' ? (
        <Banner tone="sample" title="These are sample books">
          Stripe is simulated on this computer. To use your own account, choose “Open or connect other books”
          from the menu above the navigation.
        </Banner>
      ) : (
        <KeyCard keyState={key} />
      )}
    </>
  );
}

function KeyCard({ keyState }: { readonly keyState: AppState['key'] }) {
  const [open, setOpen] = useState<'replace' | 'forget' | null>(null);
  const forget = useCommand('stripe.forgetKey');
  const actions = keyState.present && (
    <Button size="small" variant="quiet" onPress={() => setOpen('forget')}>
      Forget key
    </Button>
  );
  return (
    <Card title="Key" actions={actions}>
      <div className="stack">
        {keyState.problem !== null && (
          <Banner tone="bad" title="This key cannot be used">
            {describeError(keyState.problem)}
          </Banner>
        )}
        <p className="cluster">
          {keyState.present
            ? describeKey(keyState)
            : 'There is no key: everything can be read and drafted, nothing can be sent.'}
        </p>
        {open === 'replace' || !keyState.present ? (
          <KeyForm
            actionLabel={keyState.present ? 'Replace key' : 'Connect'}
            onConnected={() => {
              setOpen(null);
              showToast({ tone: 'good', title: 'The key works and is kept' });
            }}
            {...(keyState.present ? { onCancel: () => setOpen(null) } : {})}
          />
        ) : (
          <div>
            <Button icon={KeyRound} onPress={() => setOpen('replace')}>
              Replace key
            </Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        title="Forget the Stripe key?"
        confirmLabel="Forget key"
        variant="danger"
        isOpen={open === 'forget'}
        isPending={forget.isPending}
        onConfirm={() => void forget.run({}).then(() => setOpen(null))}
        onClose={() => setOpen(null)}
      >
        The books stay on this computer. Nothing can be sent and nothing new arrives until a key is given
        again.
      </ConfirmDialog>
    </Card>
  );
}

function describeKey({ kind, keeps }: AppState['key']): string {
  const what = kind === 'restricted' ? 'A restricted key' : 'A secret key';
  return keeps === 'os'
    ? `${what}, kept by your operating system’s keychain.`
    : `${what}, kept in memory until Quittance is closed: this computer offers no safe place for it.`;
}
