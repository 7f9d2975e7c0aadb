// Charges what is owed on an invoice to a card or account that its customer has saved: which one, how much, and what happens then.
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { expectedDays } from '../../../shared/text/payment-words.ts';
import { useCall, useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useReading } from '../../ui/format.ts';
import { SkeletonLines } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useCopyLink } from '../use-copy-link.ts';
import { MethodChoice, type ChoosableMethod } from './method-choice.tsx';

export interface ChargeDialogProps {
  readonly invoiceId: string;
  /** Null where the program does not know the customer. */
  readonly customerId: string | null;
  readonly onClose: () => void;
}

export function ChargeDialog({ invoiceId, customerId, onClose }: ChargeDialogProps) {
  const { locale } = useReading();
  const refresh = useFreshMethods(customerId);
  const { data: options, error } = useCall('charges.options', { invoiceId });
  const [chosen, setChosen] = useState<string | null>(null);
  const command = useCommand('charges.create', { failure: 'quiet' });
  const copyLink = useCopyLink();
  const usable = options?.methods.filter(({ refusal }) => refusal === null) ?? [];
  const method = usable.find(({ id }) => id === chosen) ?? usable[0];
  const sum = options ? formatMoney(options.amount.amount, options.amount.currency, locale) : '';
  const canCharge = options?.refusal === null && method !== undefined;
  const charge = async (): Promise<void> => {
    if (!options || !method) return;
    const result = await command.run({ invoiceId, methodId: method.id, amount: options.amount });
    if (!result.ok) return;
    showToast({ tone: 'good', title: `Charge of ${sum} accepted`, detail: afterwards(method) });
    onClose();
  };
  const actions = (
    <>
      {options?.hasPaymentPage === true && (
        <Button icon={Copy} onPress={() => copyLink(invoiceId)}>
          Copy payment link
        </Button>
      )}
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        isDisabled={!canCharge}
        isPending={command.isPending}
        onPress={() => void charge()}
      >
        {canCharge ? `Charge ${sum}` : 'Charge'}
      </Button>
    </>
  );
  return (
    <Dialog title="Charge a saved card or account" isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        {error && <Banner tone="bad">{describeError(error.error)}</Banner>}
        {refresh.problem && (
          <Banner tone="warning" title="Stripe could not be asked">
            These are the cards and accounts known from before. {describeError(refresh.problem)}
          </Banner>
        )}
        {options?.refusal && <Banner tone="warning">{options.refusal}</Banner>}
        {options === undefined || (refresh.isPending && options.methods.length === 0) ? (
          <SkeletonLines count={3} />
        ) : options.methods.length === 0 ? (
          <p>
            {options.customerName} has not saved a card or account with Stripe. Send them the payment link:
            they pay on Stripe’s page, and may save their card there.
          </p>
        ) : (
          <MethodChoice methods={options.methods} chosen={method?.id ?? null} onChoose={setChosen} />
        )}
        {canCharge && (
          <p className="muted">
            {sum} is taken from {method.label} of {options.customerName}, without the customer doing anything.{' '}
            {afterwards(method)} If the bank wants the customer to confirm, nothing is taken, and you can send
            them the payment link.
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Nothing is paid before Stripe says so: when that will be. */
function afterwards({ type }: ChoosableMethod): string {
  const days = expectedDays(type);
  return days === null
    ? 'The answer of the bank comes in a moment.'
    : `The debit takes ${days}; the invoice is paid when Stripe says so.`;
}

/** Asks Stripe once, when the dialog opens, what the customer has saved. */
function useFreshMethods(customerId: string | null): {
  readonly isPending: boolean;
  readonly problem: CallError | null;
} {
  const { run } = useCommand('charges.refresh', { failure: 'quiet' });
  const [state, setState] = useState<{ readonly isPending: boolean; readonly problem: CallError | null }>({
    isPending: customerId !== null,
    problem: null,
  });
  useEffect(() => {
    if (customerId === null) return undefined;
    let isOpen = true;
    const ask = async (): Promise<void> => {
      const result = await run({ customerId });
      if (isOpen) setState({ isPending: false, problem: result.ok ? null : result.error });
    };
    void ask();
    return () => {
      isOpen = false;
    };
  }, [run, customerId]);
  return state;
}
