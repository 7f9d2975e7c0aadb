// What waits for a person: failed and uncertain sends, disputes, refunds and payments that failed.
import {
  CircleAlert,
  CreditCard,
  Gavel,
  KeyRound,
  Landmark,
  Scale,
  type LucideIcon,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';

type Attention = CallOutput<'home.get'>['attention'][number];

const ICONS: Readonly<Record<Attention['kind'], LucideIcon>> = {
  'failed-operation': CircleAlert,
  'review-operation': TriangleAlert,
  dispute: Gavel,
  'failed-refund': Undo2,
  'failed-payment': CreditCard,
  'unmatched-corrections': Scale,
  bank: Landmark,
  'key-problem': KeyRound,
};

export function AttentionCard({ attention }: { readonly attention: readonly Attention[] }) {
  return (
    <Card title="Needs you" flush>
      <ul className="lines">
        {attention.map((item) => (
          <li key={`${item.kind} ${item.operationId ?? item.disputeId ?? item.invoiceId ?? item.text}`}>
            <Link className="lines__line" href={pathOf(item)}>
              <span className="lines__icon" data-tone="bad">
                <Icon icon={ICONS[item.kind]} />
              </span>
              <span className="lines__text">{item.text}</span>
              <span className="faint small">{item.operationId === null ? 'Open' : 'Decide'}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function pathOf(item: Attention): string {
  if (item.kind === 'key-problem') return paths.settingsSection('stripe');
  if (item.disputeId !== null) return paths.dispute(item.disputeId);
  if (item.kind === 'unmatched-corrections') return paths.unmatched;
  if (item.kind === 'bank') return paths.reconcile;
  if (item.invoiceId !== null) return paths.invoice(item.invoiceId);
  return paths.activity;
}
