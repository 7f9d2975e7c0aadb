// How often it is billed, from when, and until when.
import { useState } from 'react';
import type { Every } from '../../../shared/contract/catalogue.ts';
import type { End, Start } from '../../../shared/contract/recurring.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';
import { EVERY_OPTIONS, everyKey } from '../../catalogue/every-words.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { nowInSeconds, useReading } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { EndFields } from './end-fields.tsx';
import { NumberField } from './number-field.tsx';

export interface ScheduleFieldsProps {
  readonly every: Every;
  readonly start: Start;
  readonly end: End;
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (patch: { readonly every?: Every; readonly start?: Start; readonly end?: End }) => void;
}

export function ScheduleFields({ every, start, end, errorAt, onChange }: ScheduleFieldsProps) {
  return (
    <Card title="When">
      <div className="stack">
        <EveryField every={every} error={errorAt('every')} onChange={(next) => onChange({ every: next })} />
        <StartFields start={start} error={errorAt('start')} onChange={(next) => onChange({ start: next })} />
        <EndFields
          end={end}
          afterLabel="After a number"
          error={errorAt('end')}
          onChange={(next) => onChange({ end: next })}
        />
      </div>
    </Card>
  );
}

const OTHER = 'other';
const RHYTHMS = EVERY_OPTIONS.filter((option) => option.every !== null);

interface EveryFieldProps {
  readonly every: Every;
  readonly error: string | undefined;
  readonly onChange: (every: Every) => void;
}

export function EveryField({ every, error, onChange }: EveryFieldProps) {
  const [wantsOther, setWantsOther] = useState(false);
  const isOther = wantsOther || !RHYTHMS.some(({ id }) => id === everyKey(every));
  return (
    <>
      <div className="form-pair">
        <Select<string>
          label="Billed"
          options={[...RHYTHMS, { id: OTHER, label: 'Another rhythm' }]}
          value={isOther ? OTHER : everyKey(every)}
          error={isOther ? undefined : error}
          onChange={(id) => {
            const option = RHYTHMS.find((known) => known.id === id);
            setWantsOther(option === undefined);
            if (option?.every) onChange(option.every);
          }}
        />
      </div>
      {isOther && (
        <div className="form-pair">
          <NumberField
            label="Every"
            value={every.count}
            min={1}
            max={1000}
            error={error}
            onChange={(count) => onChange({ ...every, count })}
          />
          <Select<Every['interval']>
            label="Unit"
            options={[
              { id: 'day', label: 'Days' },
              { id: 'week', label: 'Weeks' },
              { id: 'month', label: 'Months' },
              { id: 'year', label: 'Years' },
            ]}
            value={every.interval}
            onChange={(interval) => onChange({ ...every, interval })}
          />
        </div>
      )}
    </>
  );
}

interface StartFieldsProps {
  readonly start: Start;
  readonly error: string | undefined;
  readonly onChange: (start: Start) => void;
}

function StartFields({ start, error, onChange }: StartFieldsProps) {
  const reading = useReading();
  const today = dayOf(nowInSeconds(reading), reading.timeZone);
  const begin = (kind: Start['kind']): Start => {
    if (kind === 'day') return { kind, day: addDays(today, 1) };
    if (kind === 'past') return { kind, day: `${addDays(today, -1).slice(0, 7)}-01` };
    return kind === 'today' ? { kind } : { kind, until: 'free' };
  };
  return (
    <>
      <Segmented<Start['kind']>
        label="First invoice"
        value={start.kind}
        error={start.kind === 'day' || start.kind === 'past' ? undefined : error}
        onChange={(kind) => onChange(begin(kind))}
        segments={[
          { id: 'today', label: 'Today' },
          { id: 'first-of-month', label: 'First of next month' },
          { id: 'day', label: 'Another day' },
          { id: 'past', label: 'In the past' },
        ]}
      />
      {start.kind === 'day' && (
        <div className="form-pair">
          <DateField
            label="Starts on"
            value={start.day}
            min={today}
            error={error}
            onChange={(day) => {
              if (day !== null) onChange({ kind: 'day', day });
            }}
          />
        </div>
      )}
      {start.kind === 'past' && (
        <div className="form-pair">
          <DateField
            label="Billed since"
            value={start.day}
            max={addDays(today, -1)}
            error={error}
            onChange={(day) => {
              if (day !== null) onChange({ kind: 'past', day });
            }}
          />
        </div>
      )}
      {start.kind === 'first-of-month' && (
        <Segmented<'free' | 'charged'>
          label="The days until then"
          value={start.until}
          onChange={(until) => onChange({ kind: 'first-of-month', until })}
          segments={[
            { id: 'free', label: 'Are free' },
            { id: 'charged', label: 'Are charged in part' },
          ]}
        />
      )}
    </>
  );
}
