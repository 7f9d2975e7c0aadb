// One invoice: its document beside how it stands, what happened to it, and what can be done.
import { useEffect } from 'react';
import { ObjectEvents } from '../../activity/object-events.tsx';
import { useCall } from '../../data.ts';
import { go, paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { WaitingPage } from '../../ui/waiting-page.tsx';
import { ActionDialogs } from './action-dialogs.tsx';
import type { Invoice } from './invoice.ts';
import { InvoiceDocument } from './invoice-document.tsx';
import { InvoiceHeader } from './invoice-header.tsx';
import { InvoiceFacts, InvoiceFigures, InvoiceSummary } from './invoice-summary.tsx';
import { DisputesPart } from './disputes-part.tsx';
import { CreditNotesPart, Part, PaymentsPart, RefundsPart } from './money-cards.tsx';
import { NotePart } from './note-part.tsx';
import { OperationBanners } from './operation-banner.tsx';
import { useInvoiceActions } from './use-invoice-actions.ts';
import './invoice.css';

const BACK = { label: 'Invoices', href: paths.invoices };

export function InvoiceScreen({ id }: { readonly id: string }) {
  const { data: invoice, error, refetch } = useCall('invoices.get', { id });
  const isEditable = invoice?.badge === 'draft' && invoice.actions.includes('edit');
  useEffect(() => {
    if (isEditable) go(paths.draft(id), { replace: true });
  }, [isEditable, id]);
  if (invoice && !isEditable) return <OpenInvoice key={id} invoice={invoice} />;
  return (
    <WaitingPage title="Invoice" back={BACK} all="All invoices" error={error} onRetry={() => void refetch()}>
      It may have been a draft that was deleted.
    </WaitingPage>
  );
}

function OpenInvoice({ invoice }: { readonly invoice: Invoice }) {
  const actions = useInvoiceActions(invoice);
  return (
    <Page
      title={invoice.number ?? 'Invoice'}
      badge={<span className="invoice__name truncate">{invoice.customerName}</span>}
      back={BACK}
      layout="fill"
      actions={<InvoiceHeader invoice={invoice} actions={actions} />}
    >
      <div className="invoice">
        <InvoiceDocument invoice={invoice} />
        <div className="invoice__panel" role="region" aria-label="Details" tabIndex={0}>
          <OperationBanners ids={invoice.operations} />
          <InvoiceSummary invoice={invoice} />
          <Part title="Details">
            <InvoiceFacts invoice={invoice} />
          </Part>
          <Part title="Amounts">
            <InvoiceFigures invoice={invoice} />
          </Part>
          <PaymentsPart invoice={invoice} />
          <RefundsPart invoice={invoice} />
          <CreditNotesPart invoice={invoice} />
          <DisputesPart invoice={invoice} />
          <TimelinePart invoice={invoice} />
          <NotePart key={invoice.internalNote} invoice={invoice} />
        </div>
      </div>
      <ActionDialogs invoice={invoice} dialog={actions.dialog} onClose={actions.close} />
    </Page>
  );
}

function TimelinePart({ invoice }: { readonly invoice: Invoice }) {
  if (invoice.timeline.length === 0) return null;
  return (
    <Part title="What happened">
      <Timeline
        items={invoice.timeline.map(({ stripeId, ...entry }, index) => ({
          ...entry,
          id: `${index}`,
          reference: stripeId,
        }))}
      />
      {invoice.stripeId !== null && <ObjectEvents kind="invoice" id={invoice.id} />}
    </Part>
  );
}
