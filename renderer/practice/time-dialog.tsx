// Lets time pass in the sample business, by as much as the bookkeeper says.
import { useState } from 'react';
import { formatDay } from '../../shared/domain/dates.ts';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useReading } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { showToast } from '../ui/toast.tsx';

const SPANS = {
  day: { label: '1 day', days: 1 },
  week: { label: '1 week', days: 7 },
  month: { label: '30 days', days: 30 },
  quarter: { label: '90 days', days: 90 },
  year: { label: '1 year', days: 365 },
} as const;
type Span = keyof typeof SPANS;

const ORDER: readonly Span[] = ['day', 'week', 'month', 'quarter', 'year'];
const SEGMENTS = ORDER.map((id) => ({ id, label: SPANS[id].label }));

export interface TimeDialogProps {
  /** `YYYY-MM-DD` in the books. */
  readonly day: string;
  readonly onClose: () => void;
}

export function TimeDialog({ day, onClose }: TimeDialogProps) {
  const { locale } = useReading();
  const [span, setSpan] = useState<Span>('week');
  const { run, isPending, error } = useCommand('practice.advance', { failure: 'quiet' });
  const advance = async (): Promise<void> => {
    const result = await run({ days: SPANS[span].days });
    if (!result.ok) return;
    showToast({
      tone: 'good',
      title: `It is ${formatDay(result.value.day, locale, 'long')} now`,
      detail: 'What has happened meanwhile is arriving.',
    });
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isPending={isPending} onPress={() => void advance()}>
        Let {SPANS[span].label} pass
      </Button>
    </>
  );
  return (
    <Dialog title="Let time pass" isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        {error && <Banner tone="bad">{describeError(error)}</Banner>}
        <p>
          In the sample books it is {formatDay(day, locale, 'long')}. As time passes, invoices fall due,
          customers pay, payouts arrive and recurring invoices are made. Time goes forward only.
        </p>
        <Segmented<Span> label="How long" segments={SEGMENTS} value={span} onChange={setSpan} />
      </div>
    </Dialog>
  );
}
