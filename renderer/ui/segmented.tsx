// Chooses one of two to five options that are all in sight.
import type { LucideIcon } from 'lucide-react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { FieldLabel, FieldNotes, type FieldTexts } from './field.tsx';
import { Icon } from './icon.tsx';
import './choice.css';

export interface Segment<Value extends string> {
  readonly id: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
}

export interface SegmentedProps<Value extends string> extends FieldTexts {
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { segments, value, onChange, isDisabled = false } = props;
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const segment = segments.find((candidate) => candidate.id === chosen);
        if (segment !== undefined) onChange(segment.id);
      }}
    >
      <FieldLabel {...props} />
      <div className="segmented__options">
        {segments.map((segment) => (
          <RadioField key={segment.id} value={segment.id} className="choice">
            <RadioButton className="segmented__option">
              {segment.icon && <Icon icon={segment.icon} size={14} />}
              {segment.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes {...props} />
    </RadioGroup>
  );
}
