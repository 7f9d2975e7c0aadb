// Where the books begin: with the first thing that Stripe tells of, or on a day with opening balances.
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toast.tsx';
import { focusUnread } from '../ui/unread-field.ts';
import type { Periods } from './periods-panel.tsx';

export function BeginningCard({ periods: { begins, closedThrough } }: { readonly periods: Periods }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Card
      title="Where the books begin"
      description="For a business whose earlier years are in other books: what happened before comes to opening balances, against equity"
      actions={
        <Button
          icon={CalendarClock}
          size="small"
          isDisabled={closedThrough !== null}
          onPress={() => setAsking(true)}
        >
          Choose the first day…
        </Button>
      }
    >
      <p className="books__closed">
        {begins === null ? (
          'With the first thing that Stripe tells of.'
        ) : (
          <>
            On{' '}
            <strong>
              <DateText day={begins} />
            </strong>
            , with opening balances of the day before.
          </>
        )}
      </p>
      {closedThrough !== null && (
        <p className="muted small">It can be chosen anew only while no month is closed.</p>
      )}
      {isAsking && <BeginningDialog begins={begins} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function BeginningDialog({
  begins,
  onClose,
}: {
  readonly begins: string | null;
  readonly onClose: () => void;
}) {
  const [day, setDay] = useState(begins);
  const command = useCommand('books.begin', { failure: 'quiet' });
  const begin = async (chosen: string | null): Promise<void> => {
    const result = await command.run({ day: chosen });
    if (!result.ok) return;
    showToast({ tone: 'good', title: 'Everything is posted by the new first day' });
    onClose();
  };
  return (
    <Dialog
      title="First day of the books"
      isOpen
      onClose={onClose}
      actions={
        <>
          {begins !== null && (
            <Button isPending={command.isPending} onPress={() => void begin(null)}>
              Begin with the first thing of all
            </Button>
          )}
          <Button
            variant="primary"
            isPending={command.isPending}
            isDisabled={day === null || day === begins}
            onPress={() => {
              if (!focusUnread()) void begin(day);
            }}
          >
            Begin on this day
          </Button>
        </>
      }
    >
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        <DateField label="First day" value={day} onChange={setDay} />
        <p className="muted">
          The money at Stripe and what each customer owed on that day are brought forward; revenue, fees and
          losses from before become opening balances. What is posted already is corrected by entries of its
          own. This can take a moment where there are many invoices.
        </p>
      </div>
    </Dialog>
  );
}
