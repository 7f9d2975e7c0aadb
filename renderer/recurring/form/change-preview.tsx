// What Stripe would bill next after the change.
import type { RecurringChange } from '../../../shared/contract/recurring.ts';
import type { CallError } from '../../../shared/contract/errors.ts';
import { useCall } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { SkeletonLines } from '../../ui/states.tsx';
import { UpcomingLines } from '../detail/upcoming-lines.tsx';
import { useDebounced } from './use-debounced.ts';

export interface ChangePreviewProps {
  readonly id: string;
  readonly change: RecurringChange;
  /** Stripe is asked only about what could be saved. */
  readonly isComplete: boolean;
  readonly error: CallError | null;
}

const PAUSE_MS = 600;

export function ChangePreview({ id, change, isComplete, error }: ChangePreviewProps) {
  // As text, so that the same change is the same question.
  const asked = useDebounced(JSON.stringify(change), PAUSE_MS);
  // It was written from a `RecurringChange` a moment ago.
  const settled = JSON.parse(asked) as RecurringChange;
  const preview = useCall(
    'recurring.preview',
    { id, change: settled },
    { enabled: isComplete, keepPrevious: true },
  );
  const isFree = settled.lines.some(({ itemId, priceId }) => itemId === null && priceId === null);
  return (
    <aside className="recurring__side" aria-label="What comes of it">
      {error && <Banner tone="bad">{describeError(error)}</Banner>}
      <Card title="Next invoice, after the change" flush>
        {preview.error ? (
          <p className="upcoming__note">{describeError(preview.error.error)}</p>
        ) : preview.data === undefined ? (
          <div className="upcoming__note">
            <SkeletonLines count={4} />
          </div>
        ) : preview.data.upcoming === null ? (
          <p className="upcoming__note">Stripe makes no further invoice of it.</p>
        ) : (
          <>
            <div className="upcoming__head">
              <DateText day={preview.data.upcoming.day} />
              <span className="upcoming__sum">
                <Money amount={preview.data.upcoming.total} currency={preview.data.upcoming.currency} />
              </span>
            </div>
            <UpcomingLines upcoming={preview.data.upcoming} />
          </>
        )}
        {isFree && (
          <p className="upcoming__note small">
            What is written freely is not at Stripe yet, so Stripe cannot foresee it here.
          </p>
        )}
      </Card>
    </aside>
  );
}
