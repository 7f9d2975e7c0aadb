// How a payout stands, in words, and what that means for the bookkeeper.
import { Ban, Check, CircleAlert, Clock, Hourglass, Landmark } from 'lucide-react';
import type { Look } from '../payments/status-words.tsx';

const LOOKS: Readonly<Record<string, Look>> = {
  pending: { word: 'Pending', icon: Clock, tone: 'info', next: 'Stripe has not handed it to the bank yet' },
  in_transit: { word: 'On its way', icon: Landmark, tone: 'info', next: 'The bank has it' },
  paid: { word: 'Paid out', icon: Check, tone: 'good', next: '' },
  failed: {
    word: 'Failed',
    icon: CircleAlert,
    tone: 'bad',
    next: 'The money is back in your Stripe balance; check the bank account in Stripe’s dashboard',
  },
  canceled: {
    word: 'Cancelled',
    icon: Ban,
    tone: 'neutral',
    next: 'The money stayed in your Stripe balance',
  },
};

export function payoutLook(status: string): Look {
  return LOOKS[status] ?? { word: status.replaceAll('_', ' '), icon: Hourglass, tone: 'neutral', next: '' };
}
