// What Stripe says the next invoice will be; without a connection, what it said last.
import type { UpcomingInvoice } from '../../../shared/contract/recurring.ts';
import { useCall } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateText, RelativeText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { SkeletonLines } from '../../ui/states.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';
import { UpcomingLines } from './upcoming-lines.tsx';

export function UpcomingCard({ recurring }: { readonly recurring: RecurringInvoice }) {
  const { id, stripeId, standing } = recurring;
  const asks = stripeId !== null && standing !== 'ended';
  const { data, error, refetch } = useCall('recurring.preview', { id, change: null }, { enabled: asks });
  if (standing === 'ended') return null;
  const upcoming = data === undefined ? recurring.upcoming : data.upcoming;
  return (
    <Card title="Next invoice" flush>
      {error && (
        <Banner
          tone="warning"
          title="Stripe could not be asked"
          actions={<Button onPress={() => void refetch()}>Try again</Button>}
        >
          {describeError(error.error)}
        </Banner>
      )}
      {!asks ? (
        <p className="upcoming__note">Stripe is asked for it as soon as it has the recurring invoice.</p>
      ) : upcoming ? (
        <Upcoming upcoming={upcoming} recurring={recurring} isOld={data === undefined} />
      ) : data ? (
        <p className="upcoming__note">Stripe makes no further invoice of it.</p>
      ) : error ? (
        <p className="upcoming__note">
          Expected on <DateText day={recurring.nextDay} />.
        </p>
      ) : (
        <div className="upcoming__note">
          <SkeletonLines count={3} />
        </div>
      )}
    </Card>
  );
}

interface UpcomingProps {
  readonly upcoming: UpcomingInvoice;
  readonly recurring: RecurringInvoice;
  readonly isOld: boolean;
}

function Upcoming({ upcoming, recurring, isOld }: UpcomingProps) {
  return (
    <>
      <div className="upcoming__head">
        <span>
          <DateText day={upcoming.day} />
        </span>
        <span className="upcoming__sum">
          <Money amount={upcoming.total} currency={upcoming.currency} />
        </span>
      </div>
      {recurring.pause !== null && <p className="upcoming__note">{PAUSED[recurring.pause.behavior]}</p>}
      <UpcomingLines upcoming={upcoming} />
      {isOld && (
        <p className="upcoming__note small">
          As Stripe said <RelativeText at={upcoming.askedAt} />.
        </p>
      )}
    </>
  );
}

const PAUSED = {
  keep_as_draft: 'While it is paused the invoice stays a draft, and nothing is sent or charged.',
  mark_uncollectible: 'While it is paused the invoice is written off as soon as it is made.',
  void: 'While it is paused the invoice is voided as soon as it is made.',
} as const;
