// Chooses one of a few known options.
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components/Select';
import { FieldLabel, FieldNotes, type FieldTexts } from './field.tsx';
import { Icon } from './icon.tsx';
import './list-box.css';

export interface Option<Value extends string> {
  readonly id: Value;
  readonly label: string;
  readonly detail?: string;
}

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** Without an outline until hovered or focused. */
  readonly bare?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', isDisabled = false, bare, error } = props;
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
    >
      <FieldLabel {...props} />
      <Button className="control select__button" data-bare={bare === true ? '' : undefined}>
        <SelectValue className="select__value" />
        <Icon icon={ChevronsUpDown} size={14} />
      </Button>
      <FieldNotes {...props} />
      <Popover className="popover" offset={4}>
        <ListBox className="list-box">
          {options.map((option) => (
            <OptionRow key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One row of a list of options; the mark shows the chosen one. */
export function OptionRow({
  option,
  children,
}: {
  readonly option: Option<string>;
  readonly children?: ReactNode;
}) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="list-box__item">
      <span className="list-box__text">
        {option.label}
        {option.detail !== undefined && <span className="list-box__detail">{option.detail}</span>}
      </span>
      {children}
      <span className="list-box__check">
        <Icon icon={Check} size={14} />
      </span>
    </ListBoxItem>
  );
}
