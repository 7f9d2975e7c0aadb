// How a payment stands: an icon and a word, and what to do next.
import {
  Ban,
  Check,
  CircleAlert,
  Clock,
  CreditCard,
  Hourglass,
  Landmark,
  type LucideIcon,
  UserCheck,
} from 'lucide-react';
import type { PaymentRow, PaymentStanding } from '../../shared/contract/payments.ts';
import { needsAuthentication } from '../../shared/text/decline-words.ts';
import { paymentWords } from '../../shared/text/payment-words.ts';
import type { Tone } from '../ui/badge.tsx';
import type { Look } from './status-words.tsx';

const SIGNS: Readonly<Record<PaymentStanding, readonly [icon: LucideIcon, tone: Tone]>> = {
  succeeded: [Check, 'good'],
  processing: [Clock, 'info'],
  requires_action: [UserCheck, 'warning'],
  requires_payment_method: [Hourglass, 'neutral'],
  requires_confirmation: [Hourglass, 'neutral'],
  requires_capture: [CreditCard, 'info'],
  canceled: [Ban, 'neutral'],
  failed: [CircleAlert, 'bad'],
};

export function paymentLook(
  payment: Pick<PaymentRow, 'standing' | 'methodType' | 'failure' | 'nextAction'>,
): Look {
  const [icon, tone] = signOf(payment);
  return { icon, tone, ...paymentWords(payment) };
}

function signOf({
  standing,
  failure,
  nextAction,
}: Pick<PaymentRow, 'standing' | 'failure' | 'nextAction'>): readonly [LucideIcon, Tone] {
  if (standing === 'failed' && needsAuthentication(failure[0] ?? null)) return SIGNS.requires_action;
  if (standing === 'requires_action' && nextAction === 'display_bank_transfer_instructions')
    return [Landmark, 'info'];
  return SIGNS[standing];
}
