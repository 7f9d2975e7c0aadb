// One credit note: its document beside its figures, where the money went, and what happened to it.
import { FileQuestion } from 'lucide-react';
import { ObjectEvents } from '../../activity/object-events.tsx';
import { useCall } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { OperationBanners } from '../../invoices/detail/operation-banner.tsx';
import { Part } from '../../invoices/detail/money-cards.tsx';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { CreditNoteActions } from './credit-note-actions.tsx';
import { CreditNoteDocument } from './credit-note-document.tsx';
import { CreditNoteFacts, CreditNoteFigures, CreditNoteSummary, WhereItWent } from './credit-note-parts.tsx';
import type { CreditNote } from './credit-note.ts';
import '../../invoices/detail/invoice.css';

const BACK = { label: 'Credit notes', href: paths.creditNotes };

export function CreditNoteScreen({ id }: { readonly id: string }) {
  const { data: note, error, refetch } = useCall('creditNotes.get', { id });
  if (note) return <OpenNote key={id} note={note} />;
  return (
    <Page title="Credit note" back={BACK}>
      {error?.error.kind === 'not-found' ? (
        <EmptyState
          icon={FileQuestion}
          title="There is no such credit note"
          actions={<LinkButton href={paths.creditNotes}>All credit notes</LinkButton>}
        >
          It may have been taken back before Stripe had it.
        </EmptyState>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
      ) : (
        <SkeletonLines />
      )}
    </Page>
  );
}

function OpenNote({ note }: { readonly note: CreditNote }) {
  return (
    <Page
      title={note.number ?? 'Credit note'}
      badge={<span className="invoice__name truncate">{note.customerName}</span>}
      back={BACK}
      layout="fill"
      actions={<CreditNoteActions note={note} />}
    >
      <div className="invoice">
        <CreditNoteDocument note={note} />
        <div className="invoice__panel" role="region" aria-label="Details" tabIndex={0}>
          <OperationBanners ids={note.operations} />
          <CreditNoteSummary note={note} />
          <Part title="Details">
            <CreditNoteFacts note={note} />
          </Part>
          <Part title="Amounts">
            <CreditNoteFigures note={note} />
          </Part>
          <Part title="Where the money went">
            <WhereItWent note={note} />
          </Part>
          <Part title="What happened">
            <Timeline
              items={note.timeline.map(({ stripeId, ...entry }, index) => ({
                ...entry,
                id: `${index}`,
                reference: stripeId,
              }))}
            />
            {note.stripeId !== null && <ObjectEvents kind="object" id={note.stripeId} />}
          </Part>
        </div>
      </div>
    </Page>
  );
}
