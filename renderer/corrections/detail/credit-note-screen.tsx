// One credit note: its document beside its figures, where the money went, and what happened to it.
import { ObjectEvents } from '../../activity/object-events.tsx';
import { useCall } from '../../data.ts';
import { OperationBanners } from '../../invoices/detail/operation-banner.tsx';
import { Part } from '../../invoices/detail/money-cards.tsx';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { WaitingPage } from '../../ui/waiting-page.tsx';
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
    <WaitingPage
      title="Credit note"
      back={BACK}
      all="All credit notes"
      error={error}
      onRetry={() => void refetch()}
    >
      It may have been taken back before Stripe had it.
    </WaitingPage>
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
