// What to do next with a payment, said once and plainly; nothing where nothing is to be done.
import { Banner } from '../../ui/banner.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { paymentLook } from '../payment-status.tsx';
import type { Payment } from './payment.ts';

const TONES = { bad: 'bad', warning: 'warning', good: 'good' } as const;

export function NextStep({ payment }: { readonly payment: Payment }) {
  const look = paymentLook(payment);
  if (look.next === '') return null;
  const tone =
    look.tone === 'bad' || look.tone === 'warning' || look.tone === 'good' ? TONES[look.tone] : 'info';
  return (
    <Banner tone={tone} title={look.word}>
      {look.next}.
      {payment.nextAttemptAt !== null && (
        <>
          {' '}
          Stripe tries again by itself on <InstantText at={payment.nextAttemptAt} />.
        </>
      )}
    </Banner>
  );
}
