// What was paid for an invoice, with Stripe's fee and what is left of it, and what went back.
import type { ReactNode } from 'react';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { Link } from 'react-aria-components/Link';
import { paymentWords } from '../../../shared/text/payment-words.ts';
import { paths } from '../../paths.ts';
import { reasonWords, refundWords } from '../../payments/status-words.tsx';
import { creditNoteLook, creditReasonWords } from '../../corrections/status.tsx';
import type { Invoice } from './invoice.ts';

export function PaymentsPart({ invoice }: { readonly invoice: Invoice }) {
  if (invoice.payments.length === 0) return null;
  return (
    <Part title="Payments">
      <ul className="invoice__rows">
        {invoice.payments.map((payment) => (
          <li key={payment.id}>
            <div>
              <Link href={paths.payment(payment.id)}>{payment.method || 'Payment'}</Link>
              <span className="invoice__row-note">
                {paymentWords(payment).word} · <DateText day={payment.date} />
              </span>
            </div>
            <div className="invoice__row-sum">
              <Money amount={payment.amount} currency={invoice.currency} />
              {payment.fee !== null && payment.net !== null && (
                <span className="invoice__row-note">
                  fee <Money {...payment.fee} />, net <Money {...payment.net} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function RefundsPart({ invoice }: { readonly invoice: Invoice }) {
  if (invoice.refunds.length === 0) return null;
  return (
    <Part title="Refunds">
      <ul className="invoice__rows">
        {invoice.refunds.map((refund) => (
          <li key={refund.id}>
            <div>
              <span>{refundWords(refund.status)}</span>
              <span className="invoice__row-note">
                <DateText day={refund.date} />
                {refund.reason !== null && ` · ${reasonWords(refund.reason)}`}
              </span>
            </div>
            <div className="invoice__row-sum">
              <Money amount={-refund.amount} currency={invoice.currency} />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function CreditNotesPart({ invoice }: { readonly invoice: Invoice }) {
  if (invoice.creditNotes.length === 0) return null;
  return (
    <Part title="Credit notes">
      <ul className="invoice__rows">
        {invoice.creditNotes.map((note) => (
          <li key={note.id}>
            <div>
              <Link href={paths.creditNote(note.id)}>{note.number ?? 'Credit note'}</Link>
              <span className="invoice__row-note">
                {creditNoteLook(note.status).word} · <DateText day={note.date} />
                {note.reason !== null && ` · ${creditReasonWords(note.reason)}`}
              </span>
            </div>
            <div className="invoice__row-sum">
              <Money amount={-note.amount} currency={invoice.currency} strike={note.status === 'void'} />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="invoice__part">
      <h2 className="invoice__part-title">{title}</h2>
      {children}
    </section>
  );
}
