// A calendar date without a time or zone, typed or picked; its value is `YYYY-MM-DD`.
import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Button as AriaButton,
  Group,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { CalendarHeading } from 'react-aria-components/Calendar';
import { FieldLabel, FieldNotes, type FieldTexts } from './field.tsx';
import { Icon } from './icon.tsx';
import './button.css';
import './date-field.css';
import './list-box.css';

export interface DateFieldProps extends FieldTexts {
  /** `YYYY-MM-DD`, or null when empty. */
  readonly value: string | null;
  /** Is not told of a date with gaps: the field says so itself, and bears `data-unread`. */
  readonly onChange: (value: string | null) => void;
  /** Whether the field shows a date with gaps, once it was left. */
  readonly onGap?: (hasGap: boolean) => void;
  readonly min?: string;
  readonly max?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

export function DateField(props: DateFieldProps) {
  const { value, onChange, onGap, min, max, isDisabled = false, autoFocus = false } = props;
  const input = useRef<HTMLDivElement>(null);
  // The field takes another object for another date, and shows it instead of what is being typed.
  const date = useMemo(() => (value === null ? null : parseDate(value)), [value]);
  // Which value the field had when it was left with gaps: a date that was set since has none.
  const [gapBeside, setGapBeside] = useState<string | null | undefined>();
  const hasGap = gapBeside !== undefined && gapBeside === value;
  useEffect(() => onGap?.(hasGap), [onGap, hasGap]);
  const error = hasGap ? 'This date is not complete' : props.error;
  return (
    <DatePicker
      className="field"
      data-unread={hasGap ? '' : undefined}
      onBlur={() => setGapBeside(isLeftWithGap(input.current, value) ? value : undefined)}
      value={date}
      onChange={(chosen) => {
        setGapBeside(undefined);
        onChange(chosen === null ? null : chosen.toString());
      }}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      granularity="day"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={error !== undefined}
    >
      <FieldLabel {...props} />
      <Group className="control">
        <DateInput className="date-field__input" ref={input}>
          {(segment) => <DateSegment segment={segment} className="date-field__segment" />}
        </DateInput>
        <AriaButton className="combo-box__button">
          <Icon icon={CalendarDays} size={14} />
        </AriaButton>
      </Group>
      <FieldNotes {...props} error={error} />
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog>
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** An empty field has no gap, unless it stands for a date: of one whose parts were taken away, nothing is told. */
function isLeftWithGap(input: HTMLElement | null, value: string | null): boolean {
  const parts = [...(input?.querySelectorAll('[role="spinbutton"]') ?? [])];
  const missing = parts.filter((part) => part.hasAttribute('data-placeholder'));
  return missing.length > 0 && (value !== null || missing.length < parts.length);
}

function Month() {
  return (
    <Calendar className="calendar">
      <div className="calendar__head">
        <AriaButton
          slot="previous"
          className="button"
          data-variant="quiet"
          data-size="small"
          data-shape="icon"
        >
          <Icon icon={ChevronLeft} />
        </AriaButton>
        <CalendarHeading className="calendar__title" />
        <AriaButton slot="next" className="button" data-variant="quiet" data-size="small" data-shape="icon">
          <Icon icon={ChevronRight} />
        </AriaButton>
      </div>
      <CalendarGrid className="calendar__grid" weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="calendar__weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className="calendar__day" />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
