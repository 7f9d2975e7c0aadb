// One operation of the outbox: how it stands, what a person can do about it, and its steps at Stripe.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { paths } from '../paths.ts';
import { IconButton } from '../ui/button.tsx';
import { RelativeText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { OperationActions } from './operation-actions.tsx';
import { OperationBadge } from './operation-badge.tsx';
import { OperationSteps } from './operation-steps.tsx';

export type Operation = CallOutput<'outbox.list'>['operations'][number];

export function OperationCard({ operation }: { readonly operation: Operation }) {
  const [isOpen, setOpen] = useState(operation.state === 'needs-review');
  const stepsId = useId();
  const href = pathOf(operation);
  return (
    <article className="operation" aria-label={operation.title}>
      <div className="operation__head">
        <span>
          <OperationBadge state={operation.state} />
        </span>
        <div>
          <p className="operation__title">
            {href === null ? operation.title : <Link href={href}>{operation.title}</Link>}
            {operation.amount !== null && (
              <>
                {' · '}
                <Money {...operation.amount} />
              </>
            )}
          </p>
          <p className="muted small">
            {operation.explanation}{' '}
            <span className="operation__time">
              · <RelativeText at={operation.createdAt} />
            </span>
          </p>
        </div>
        <OperationActions operation={operation} />
        <IconButton
          icon={isOpen ? ChevronDown : ChevronRight}
          label={isOpen ? 'Hide steps' : 'Show steps'}
          size="small"
          aria-expanded={isOpen}
          aria-controls={stepsId}
          onPress={() => setOpen(!isOpen)}
        />
      </div>
      <div id={stepsId} hidden={!isOpen}>
        {isOpen && <OperationSteps operation={operation} />}
      </div>
    </article>
  );
}

function pathOf({ subject }: Operation): string | null {
  if (subject === null) return null;
  if (subject.kind === 'catalogue') return paths.catalogue;
  if (subject.kind === 'payment') return paths.payments;
  if (subject.kind === 'dispute') return paths.dispute(subject.id);
  if (subject.kind === 'recurring') return paths.recurringInvoice(subject.id);
  return subject.kind === 'invoice' ? paths.invoice(subject.id) : paths.customer(subject.id);
}
