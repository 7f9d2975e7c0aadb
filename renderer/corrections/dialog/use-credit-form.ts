// The state of the dialog of a credit note: what was entered, what is wrong with it, what Stripe reckons, and how far the bookkeeper is.
import { useState } from 'react';
import { useReading } from '../../ui/format.ts';
import type { CreditDialogProps } from './credit-dialog.tsx';
import {
  type CreditForm,
  type CreditOptions,
  settlementProblem,
  whatOf,
  whatProblem,
} from './credit-form.ts';
import { useQuote } from './use-quote.ts';

export interface OpenDialogProps extends CreditDialogProps {
  readonly options: CreditOptions;
}

export function useCreditForm(props: OpenDialogProps) {
  const { invoiceId, intent, refundId, options } = props;
  const { locale } = useReading();
  const lone = options.loneRefunds.find(({ id }) => id === refundId) ?? null;
  const refundIds = lone === null ? [] : [lone.id];
  const [form, setForm] = useState<CreditForm>(() => firstForm(props, lone?.amount ?? null));
  const [isChecked, setChecked] = useState(false);
  /** Enter waits for Stripe's reckoning; whatever is changed meanwhile takes the wish back. */
  const [wantsOn, setWantsOn] = useState(false);
  const most = mostOf(form, intent, options, lone?.amount ?? 0);
  const problem = whatProblem(form, options, most, locale);
  const what = problem === null ? whatOf(form, options) : null;
  const quoting = useQuote(invoiceId, what, refundIds);
  const { quote } = quoting;
  const unsettled = quote === null ? null : settlementProblem(form, quote, options, locale);
  return {
    form,
    change: (next: CreditForm): void => {
      setForm(next);
      setWantsOn(false);
    },
    most,
    what,
    refundIds,
    quoting,
    problem: isChecked || (form.amount ?? 0) > most ? (problem ?? undefined) : undefined,
    unsettled: isChecked ? (unsettled ?? undefined) : undefined,
    isAsking: wantsOn && quote !== null && unsettled === null,
    isWaiting: wantsOn && quoting.isPending,
    goOn: (): void => {
      setChecked(true);
      if (problem !== null) return;
      quoting.askNow();
      setWantsOn(true);
    },
    back: (): void => setWantsOn(false),
  };
}

function firstForm({ paymentId, options }: OpenDialogProps, amount: number | null): CreditForm {
  const { payments } = options;
  const payment = payments.find(({ id }) => id === paymentId) ?? payments[0];
  return {
    by: 'amount',
    amount,
    quantities: {},
    amounts: {},
    unreadLines: [],
    way: payment ? 'customer' : 'balance',
    paymentId: payment?.id ?? '',
    split: { customer: null, balance: null, outside: null },
    unreadParts: [],
    reason: 'none',
    memo: '',
    email: false,
  };
}

/** Minor units with taxes. Money goes back by refund only as far as the payment has it. */
function mostOf(
  form: CreditForm,
  intent: CreditDialogProps['intent'],
  { creditable, remaining, payments }: CreditOptions,
  lone: number,
): number {
  const left = payments.find(({ id }) => id === form.paymentId)?.left ?? 0;
  return intent === 'refund' && form.way === 'customer'
    ? Math.min(creditable, remaining + left)
    : creditable + lone;
}
