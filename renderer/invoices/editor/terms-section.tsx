// When the invoice is due: days after it is issued, or a fixed date.
import { useState } from 'react';
import type { PaymentTerms } from '../../../shared/contract/drafts.ts';
import { addDays, dayOf, formatDay } from '../../../shared/domain/dates.ts';
import { DateField } from '../../ui/date-field.tsx';
import { nowInSeconds, useReading } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useEditor } from './editor-context.ts';
import { useUnread } from './unread.ts';

const USUAL_DAYS = [0, 7, 14, 21, 30, 45, 60, 90];
const MOST_DAYS = 365;

type Choice = `${number}` | 'other' | 'date';

function daysLabel(days: number): string {
  return days === 0 ? 'Due on receipt' : `${days} days`;
}

export function TermsSection() {
  const { content, edit, errorAt } = useEditor();
  const reading = useReading();
  const { timeZone, locale } = reading;
  const { terms } = content;
  const [wantsOther, setWantsOther] = useState(false);
  const today = dayOf(nowInSeconds(reading), timeZone);
  const setTerms = (next: PaymentTerms): void => edit({ type: 'patch', patch: { terms: next } }, 'terms');
  const isOther = terms.kind === 'days' && (wantsOther || !USUAL_DAYS.includes(terms.days));
  const choice: Choice = terms.kind === 'date' ? 'date' : isOther ? 'other' : `${terms.days}`;
  const due = terms.kind === 'date' ? terms.date : addDays(today, terms.days);
  const choose = (chosen: Choice): void => {
    setWantsOther(chosen === 'other');
    if (chosen === 'date') setTerms({ kind: 'date', date: due });
    else if (chosen !== 'other') setTerms({ kind: 'days', days: Number(chosen) });
    else if (terms.kind === 'date') setTerms({ kind: 'days', days: 30 });
  };
  return (
    <div className="editor__pair" data-path="terms">
      <Select<Choice>
        label="Payment terms"
        options={[
          ...USUAL_DAYS.map((days) => ({ id: `${days}` as const, label: daysLabel(days) })),
          { id: 'other', label: 'Other number of days' },
          { id: 'date', label: 'On a date' },
        ]}
        value={choice}
        onChange={choose}
        error={errorAt('terms')}
        description={terms.kind === 'date' ? undefined : `Due ${formatDay(due, locale)} if issued today`}
      />
      {terms.kind === 'date' && (
        <DueDateField
          value={terms.date}
          onChange={(date) => setTerms({ kind: 'date', date })}
          error={errorAt('terms.date')}
        />
      )}
      {terms.kind === 'days' && isOther && (
        <DaysField days={terms.days} onTyping={() => setWantsOther(true)} />
      )}
    </div>
  );
}

interface DueDateFieldProps {
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly error: string | undefined;
}

function DueDateField({ value, onChange, error }: DueDateFieldProps) {
  const [hasGap, setGap] = useState(false);
  useUnread({ lineId: null, path: 'terms.date', name: 'Due date' }, hasGap ? 'Not complete' : null);
  return (
    <DateField
      label="Due date"
      value={value}
      onChange={(date) => {
        if (date !== null) onChange(date);
      }}
      onGap={setGap}
      error={error}
    />
  );
}

function readDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
  return days !== null && days <= MOST_DAYS ? days : null;
}

/** Takes each number as it is typed: the review may be asked for before the field is left. */
function DaysField({ days, onTyping }: { readonly days: number; readonly onTyping: () => void }) {
  const { edit, takeBack, settle, jumps } = useEditor();
  const [typed, setTyped] = useState<{ readonly text: string; readonly jumps: number } | null>(null);
  const current = typed?.jumps === jumps ? typed.text : null;
  const refusal = current === null || readDays(current) !== null ? null : `A whole number up to ${MOST_DAYS}`;
  useUnread({ lineId: null, path: 'terms.days', name: 'Days until it is due' }, refusal);
  return (
    <div data-path="terms.days">
      <TextField
        label="Days"
        inputMode="numeric"
        align="end"
        value={current ?? String(days)}
        error={refusal ?? undefined}
        onChange={(text) => {
          setTyped({ text, jumps });
          onTyping();
          const read = readDays(text);
          if (read === null) takeBack('terms.days');
          else edit({ type: 'patch', patch: { terms: { kind: 'days', days: read } } }, 'terms.days');
        }}
        onBlur={() => {
          if (refusal === null) setTyped(null);
          settle();
        }}
      />
    </div>
  );
}
