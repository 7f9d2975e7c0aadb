// Stripe's own reckoning of what the form says, asked for when the typing pauses, or at once when the bookkeeper wants to go on.
import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors.ts';
import { useCall } from '../../data.ts';
import type { Quote, What } from './credit-form.ts';

const PAUSE_MS = 350;

export interface QuoteState {
  /** Of what the form says now; null while that is not known. */
  readonly quote: Quote | null;
  readonly error: CallError | null;
  /** Is being worked out, or will be in a moment. */
  readonly isPending: boolean;
  readonly askNow: () => void;
  readonly retry: () => void;
}

export function useQuote(invoiceId: string, what: What | null, refundIds: readonly string[]): QuoteState {
  const text = what === null ? null : JSON.stringify(what);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const isAsked = text !== null && asked === text;
  const { data, error, refetch } = useCall(
    'creditNotes.quote',
    { invoiceId, what: what ?? { kind: 'amount', amount: 0 }, refundIds: [...refundIds] },
    { enabled: isAsked },
  );
  const quote = isAsked ? (data ?? null) : null;
  const problem = isAsked ? (error?.error ?? null) : null;
  return {
    quote,
    error: problem,
    isPending: text !== null && quote === null && problem === null,
    askNow: () => setAsked(text),
    retry: () => void refetch(),
  };
}
