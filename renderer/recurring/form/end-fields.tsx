// Until when it is billed: for ever, until a day, or a number of invoices.
import type { End } from '../../../shared/contract/recurring.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';
import { DateField } from '../../ui/date-field.tsx';
import { nowInSeconds, useReading } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { NumberField } from './number-field.tsx';

export interface EndFieldsProps {
  readonly end: End;
  readonly afterLabel: string;
  readonly error: string | undefined;
  readonly onChange: (end: End) => void;
}

const A_YEAR = 365;

export function EndFields({ end, afterLabel, error, onChange }: EndFieldsProps) {
  const reading = useReading();
  const today = dayOf(nowInSeconds(reading), reading.timeZone);
  const choose = (kind: End['kind']): End => {
    if (kind === 'on') return { kind, day: addDays(today, A_YEAR) };
    return kind === 'after' ? { kind, invoices: 12 } : { kind };
  };
  return (
    <>
      <Segmented<End['kind']>
        label="Ends"
        value={end.kind}
        onChange={(kind) => onChange(choose(kind))}
        segments={[
          { id: 'never', label: 'Never' },
          { id: 'after', label: afterLabel },
          { id: 'on', label: 'On a day' },
        ]}
      />
      {end.kind === 'on' && (
        <div className="form-pair">
          <DateField
            label="No invoice after"
            description="A period that has begun by then is billed whole"
            value={end.day}
            error={error}
            onChange={(day) => {
              if (day !== null) onChange({ kind: 'on', day });
            }}
          />
        </div>
      )}
      {end.kind === 'after' && (
        <div className="form-pair">
          <NumberField
            label="Invoices"
            value={end.invoices}
            min={1}
            max={1000}
            error={error}
            onChange={(invoices) => onChange({ kind: 'after', invoices })}
          />
        </div>
      )}
    </>
  );
}
