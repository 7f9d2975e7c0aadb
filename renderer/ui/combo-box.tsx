// Chooses one of many options by typing; the options may be searched elsewhere (in SQL) as the text changes.
import { ChevronsUpDown } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, Popover } from 'react-aria-components/ComboBox';
import { FieldLabel, FieldNotes, type FieldTexts } from './field.tsx';
import { Icon } from './icon.tsx';
import { type Option, OptionRow } from './select.tsx';
import './list-box.css';

export interface ComboBoxProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /** With these two the caller searches, and all `options` are shown as they come. */
  readonly inputValue?: string;
  readonly onInputChange?: (text: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly bare?: boolean;
  readonly autoFocus?: boolean;
  /** What is typed stays, though it is none of the options. */
  readonly allowsCustomValue?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onInputKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Shown in the list when nothing matches. */
  readonly emptyText?: ReactNode;
}

export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const {
    options,
    value,
    onChange,
    inputValue,
    onInputChange,
    isDisabled = false,
    autoFocus = false,
    bare,
    error,
  } = props;
  const searched = inputValue === undefined ? {} : { inputValue, defaultFilter: () => true };
  return (
    <AriaComboBox
      className="field"
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      {...searched}
      {...(onInputChange === undefined ? {} : { onInputChange })}
      allowsEmptyCollection={props.emptyText !== undefined}
      allowsCustomValue={props.allowsCustomValue ?? false}
      menuTrigger="focus"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={error !== undefined}
    >
      <FieldLabel {...props} />
      <div className="control" data-bare={bare === true ? '' : undefined}>
        <Input
          className="control__input"
          placeholder={props.placeholder ?? ''}
          spellCheck={false}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          {...(props.onInputKeyDown === undefined ? {} : { onKeyDownCapture: props.onInputKeyDown })}
        />
        <Button className="combo-box__button" aria-label="Show options">
          <Icon icon={ChevronsUpDown} size={14} />
        </Button>
      </div>
      <FieldNotes {...props} />
      <Popover className="popover" offset={4}>
        <ListBox
          className="list-box"
          renderEmptyState={() => <div className="list-box__empty">{props.emptyText}</div>}
        >
          {options.map((option) => (
            <OptionRow key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
