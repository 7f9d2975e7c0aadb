// Asks once where the money goes: back to the customer, to their credit balance, settled outside Stripe, or a part each.
import { HandCoins, Split, Undo2, WalletCards } from 'lucide-react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { formatMoney } from '../../../shared/domain/money.ts';
import { FieldLabel } from '../../ui/field.tsx';
import { useReading } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { type CreditForm, type CreditOptions, type Way, withUnread } from './credit-form.ts';
import '../../payments/charge/method-choice.css';

const WAYS = [
  {
    id: 'customer',
    label: 'Back to the customer',
    detail: 'Refunded the way they paid, through Stripe',
    icon: Undo2,
  },
  {
    id: 'balance',
    label: 'To their credit balance',
    detail: 'Stripe takes it off their next invoices',
    icon: WalletCards,
  },
  {
    id: 'outside',
    label: 'Settled outside Stripe',
    detail: 'You pay it back yourself, as by bank transfer; no money moves at Stripe',
    icon: HandCoins,
  },
  { id: 'split', label: 'A part each', detail: 'Say how much goes each way', icon: Split },
] as const;

export interface SettlementFieldsProps {
  readonly form: CreditForm;
  readonly onChange: (form: CreditForm) => void;
  readonly options: CreditOptions;
  /** Minor units to be given back; null while not known. */
  readonly rest: number | null;
  readonly problem: string | undefined;
}

export function SettlementFields({ form, onChange, options, rest, problem }: SettlementFieldsProps) {
  const canRefund = options.payments.length > 0;
  const usesPayment = form.way === 'customer' || form.way === 'split';
  return (
    <div className="stack">
      <RadioGroup
        className="field"
        value={form.way}
        onChange={(id) => {
          const way = WAYS.find((known) => known.id === id);
          if (way) onChange({ ...form, way: way.id, unreadParts: [] });
        }}
      >
        <FieldLabel label="Where the money goes" />
        <div className="methods">
          {WAYS.map(({ id, label, detail, icon }) => {
            const isOff = id === 'customer' && !canRefund;
            return (
              <RadioField key={id} value={id} isDisabled={isOff}>
                <RadioButton className="methods__option">
                  <Icon icon={icon} size={18} />
                  <span className="methods__text">
                    <span>{label}</span>
                    <span className="methods__detail">
                      {isOff ? 'Nothing is left that could go back through Stripe' : detail}
                    </span>
                  </span>
                </RadioButton>
              </RadioField>
            );
          })}
        </div>
      </RadioGroup>
      {usesPayment && canRefund && <PaymentChoice form={form} onChange={onChange} options={options} />}
      {form.way === 'split' && <SplitFields form={form} onChange={onChange} options={options} rest={rest} />}
      {problem !== undefined && (
        <p className="credit__problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type PartProps = Pick<SettlementFieldsProps, 'form' | 'onChange' | 'options'>;

function PaymentChoice({ form, onChange, options: { payments, currency } }: PartProps) {
  const { locale } = useReading();
  if (payments.length < 2) return null;
  return (
    <Select<string>
      label="Payment"
      options={payments.map(({ id, label, left }) => ({
        id,
        label,
        detail: `${formatMoney(left, currency, locale)} can be refunded`,
      }))}
      value={form.paymentId}
      onChange={(paymentId) => onChange({ ...form, paymentId })}
    />
  );
}

const PARTS: readonly { readonly id: Exclude<Way, 'split'>; readonly label: string }[] = [
  { id: 'customer', label: 'Back to the customer' },
  { id: 'balance', label: 'To their balance' },
  { id: 'outside', label: 'Outside Stripe' },
];

function SplitFields({ form, onChange, options, rest }: PartProps & { readonly rest: number | null }) {
  const { locale } = useReading();
  const { currency, payments } = options;
  const parts = PARTS.filter(({ id }) => id !== 'customer' || payments.length > 0);
  const given = parts.reduce((sum, { id }) => sum + (form.split[id] ?? 0), 0);
  return (
    <>
      <div className="credit__split">
        {parts.map(({ id, label }) => (
          <MoneyField
            key={id}
            label={label}
            currency={currency}
            value={form.split[id]}
            onChange={(amount, isReadable) =>
              onChange({
                ...form,
                split: { ...form.split, [id]: amount },
                unreadParts: withUnread(form.unreadParts, id, isReadable),
              })
            }
          />
        ))}
      </div>
      {rest !== null && (
        <p className="muted small" role="status">
          {given === rest
            ? 'All of it has its way.'
            : `${formatMoney(rest - given, currency, locale)} ${given > rest ? 'too much' : 'still to be given a way'}.`}
        </p>
      )}
    </>
  );
}
