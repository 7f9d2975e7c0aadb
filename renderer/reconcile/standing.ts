// How a line of the bank's stands, in words, and what is between it and its payout.
import { Archive, Check, CheckCheck, Landmark, Lightbulb, TriangleAlert } from 'lucide-react';
import type { BankLine } from '../../shared/contract/bank.ts';
import type { Look } from '../payments/status-words.tsx';

const LOOKS: Readonly<Record<BankLine['standing'], Look>> = {
  confirmed: { word: 'Matched', icon: CheckCheck, tone: 'good', next: 'You said so' },
  sure: { word: 'Found', icon: Check, tone: 'good', next: 'Nothing else fits' },
  suggested: {
    word: 'Suggested',
    icon: Lightbulb,
    tone: 'info',
    next: 'Accept it, or choose another payout',
  },
  claims: {
    word: 'No payout fits',
    icon: TriangleAlert,
    tone: 'warning',
    next: 'It names Stripe: choose its payout, or set it aside',
  },
  aside: { word: 'Set aside', icon: Archive, tone: 'neutral', next: 'You said that it is not from Stripe' },
  other: { word: 'Not from Stripe', icon: Landmark, tone: 'neutral', next: '' },
};

export function standingLook(standing: BankLine['standing']): Look {
  return LOOKS[standing];
}

/** What reached the bank above what Stripe paid out, minor units; null where no payout is known. */
export function differenceOf({ amount, payout }: Pick<BankLine, 'amount' | 'payout'>): number | null {
  return payout === null ? null : amount - payout.amount;
}
