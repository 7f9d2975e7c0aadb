// A calendar date without a time or zone, typed or picked; its value is `YYYY-MM-DD`.
import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
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
  /** `YYYY-MM-DD`, or null when empty or half typed. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly min?: string;
  readonly max?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

export function DateField(props: DateFieldProps) {
  const { value, onChange, min, max, isDisabled = false, autoFocus = false, error } = props;
  const input = useRef<HTMLDivElement>(null);
  // A date of which a part was taken away shows gaps, while the field would go on with the whole one from before.
  const emptyIfHalf = (): void => {
    if (value !== null && input.current?.querySelector('[data-placeholder]')) onChange(null);
  };
  return (
    <DatePicker
      className="field"
      onBlur={emptyIfHalf}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
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
      <FieldNotes {...props} />
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog>
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  );
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
