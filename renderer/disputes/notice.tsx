// What to do about a dispute and until when, said once and plainly.
import type { ReactNode } from 'react';
import { isAppeal, isInquiry } from '../../shared/domain/disputes.ts';
import { disputeReason, disputeWords } from '../../shared/text/dispute-words.ts';
import { paths } from '../paths.ts';
import { Banner, type BannerProps } from '../ui/banner.tsx';
import { LinkButton } from '../ui/button.tsx';
import { InstantText } from '../ui/date-text.tsx';
import type { Dispute } from './dispute.ts';

export function Notice({ dispute }: { readonly dispute: Dispute }) {
  if (dispute.standing === 'needs-answer') return <AnswerNotice dispute={dispute} />;
  const { word, next } = disputeWords(dispute);
  return (
    <Banner tone={TONES[dispute.standing]} title={word}>
      {next}.{dispute.wasLate && ' The bank got your answer after the last day and may not look at it.'}
    </Banner>
  );
}

const TONES: Readonly<
  Record<Exclude<Dispute['standing'], 'needs-answer'>, NonNullable<BannerProps['tone']>>
> = {
  'under-review': 'info',
  won: 'good',
  lost: 'info',
  closed: 'info',
};

function AnswerNotice({ dispute }: { readonly dispute: Dispute }) {
  const { status, dueBy, daysLeft, reason } = dispute;
  if (daysLeft !== null && daysLeft < 0)
    return (
      <Banner tone="warning" title="The time to answer is over">
        The bank decides without you.
      </Banner>
    );
  return (
    <Banner tone="warning" title={`${disputeReason(reason)}.`} actions={wayToRefund(dispute)}>
      {dueBy === null ? (
        'Stripe names no last day.'
      ) : (
        <>
          Answer by{' '}
          <strong>
            <InstantText at={dueBy} />
          </strong>
          , {leftWords(daysLeft ?? 0)}.
        </>
      )}{' '}
      {whatToDo(status)}
    </Banner>
  );
}

/** An inquiry is settled by paying back, which is done from the page of the invoice. */
function wayToRefund(dispute: Dispute): ReactNode {
  if (!isInquiry(dispute.status) || !dispute.isRefundable || dispute.invoiceId === null) return undefined;
  return <LinkButton href={paths.invoice(dispute.invoiceId)}>Refund from the invoice</LinkButton>;
}

function leftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'which is today';
  return daysLeft === 1 ? 'which is tomorrow' : `in ${daysLeft} days`;
}

function whatToDo(status: string): ReactNode {
  if (isAppeal(status)) return 'The network lets you appeal: say what is new, or leave it as it was decided.';
  if (isInquiry(status))
    return 'The bank only asks so far and has taken nothing: answer it, or refund the payment to settle it.';
  return 'Ask the customer first: a dispute that they withdraw is won. Otherwise send the bank what proves your side, or accept it.';
}
