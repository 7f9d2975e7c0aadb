// The form of a refund: which payment, how much, why.
import type { CallInput } from '../../../shared/contract/calls.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { useReading } from '../../ui/format.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { Invoice } from './invoice.ts';

export type RefundSubject = Pick<Invoice, 'currency' | 'customerName' | 'refundable'>;

export interface RefundForm {
  readonly paymentId: string;
  /** Minor units; null while empty or unreadable. */
  readonly amount: number | null;
  readonly reason: CallInput<'refunds.create'>['reason'];
  readonly note: string;
}

export interface RefundFieldsProps {
  readonly form: RefundForm;
  readonly onChange: (form: RefundForm) => void;
  readonly invoice: RefundSubject;
  /** Minor units that the chosen payment still has. */
  readonly left: number;
  readonly problem: string | undefined;
  readonly onEnter: () => void;
}

export function RefundFields({ form, onChange, invoice, left, problem, onEnter }: RefundFieldsProps) {
  const { locale } = useReading();
  const { currency, refundable } = invoice;
  const money = (amount: number): string => formatMoney(amount, currency, locale);
  const after = left - (form.amount ?? 0);
  return (
    <div className="stack">
      {refundable.length > 1 && (
        <Select<string>
          label="Payment"
          options={refundable.map(({ paymentId, label, amount }) => ({
            id: paymentId,
            label,
            detail: `${money(amount)} can be refunded`,
          }))}
          value={form.paymentId}
          onChange={(paymentId) => onChange({ ...form, paymentId, amount: null })}
        />
      )}
      <div className="refund__amount">
        <MoneyField
          key={form.paymentId}
          label="Amount"
          currency={currency}
          value={form.amount}
          onChange={(amount) => onChange({ ...form, amount })}
          error={problem}
          autoFocus
          onInputKeyDown={(event) => {
            if (event.key === 'Enter') onEnter();
          }}
        />
        <Button onPress={() => onChange({ ...form, amount: left })}>All of it</Button>
      </div>
      <p className="muted small" role="status">
        {after >= 0 && form.amount !== null
          ? `${money(left)} can be refunded; ${money(after)} stays after this.`
          : `${money(left)} can be refunded.`}
      </p>
      <Segmented<RefundForm['reason']>
        label="Reason"
        segments={[
          { id: 'requested_by_customer', label: 'Requested by the customer' },
          { id: 'duplicate', label: 'Paid twice' },
        ]}
        value={form.reason}
        onChange={(reason) => onChange({ ...form, reason })}
      />
      <TextArea
        label="Note"
        optional
        description="For you; kept with the refund at Stripe"
        rows={2}
        maxLength={450}
        value={form.note}
        onChange={(note) => onChange({ ...form, note })}
      />
    </div>
  );
}
