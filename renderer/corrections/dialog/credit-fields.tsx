// The form of a credit note beside Stripe's reckoning of it.
import { Banner } from '../../ui/banner.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { CreditForm, CreditOptions } from './credit-form.ts';
import { QuotePart } from './quote-part.tsx';
import { SettlementFields } from './settlement-fields.tsx';
import type { QuoteState } from './use-quote.ts';
import { WhatFields } from './what-fields.tsx';
import './credit-dialog.css';

export interface CreditFieldsProps {
  readonly form: CreditForm;
  readonly onChange: (form: CreditForm) => void;
  readonly options: CreditOptions;
  /** Minor units. */
  readonly most: number;
  readonly mostWords: string;
  readonly problem: string | undefined;
  readonly unsettled: string | undefined;
  readonly quoting: QuoteState;
  /** Minor units to be given back; null while not known. */
  readonly rest: number | null;
  /** A refund was made before; this writes its credit note. */
  readonly isSettledBefore: boolean;
  readonly onEnter: () => void;
}

const REASONS = [
  { id: 'none', label: 'None given' },
  { id: 'order_change', label: 'The order changed' },
  { id: 'product_unsatisfactory', label: 'Not as agreed' },
  { id: 'duplicate', label: 'Invoiced or paid twice' },
] as const;

export function CreditFields(props: CreditFieldsProps) {
  const { form, onChange, options, quoting, rest, isSettledBefore } = props;
  // What was paid has to go somewhere; while Stripe has not said how much, the status of the invoice does.
  const givesBack = rest === null ? options.remaining === 0 && !isSettledBefore : rest > 0;
  return (
    <div className="credit">
      <div className="stack">
        {isSettledBefore && (
          <Banner>The money has gone back already. This writes the credit note that belongs to it.</Banner>
        )}
        <WhatFields
          form={form}
          onChange={onChange}
          options={options}
          most={props.most}
          mostWords={props.mostWords}
          problem={props.problem}
          onEnter={props.onEnter}
        />
        {givesBack && (
          <SettlementFields
            form={form}
            onChange={onChange}
            options={options}
            rest={rest}
            problem={props.unsettled}
          />
        )}
        <Select<CreditForm['reason']>
          label="Reason"
          options={REASONS}
          value={form.reason}
          onChange={(reason) => onChange({ ...form, reason })}
        />
        <TextArea
          label="Memo"
          optional
          description="Printed on the credit note; the customer reads it"
          rows={2}
          maxLength={500}
          value={form.memo}
          onChange={(memo) => onChange({ ...form, memo })}
        />
        {options.customerEmail !== '' && (
          <Switch
            isSelected={form.email}
            onChange={(email) => onChange({ ...form, email })}
            detail={options.customerEmail}
          >
            E-mail the credit note to the customer
          </Switch>
        )}
      </div>
      <QuotePart state={quoting} />
    </div>
  );
}
