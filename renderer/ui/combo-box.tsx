// Chooses one of many options by typing; the options may be searched elsewhere (in SQL) as the text changes.
import { ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { Button, ComboBox as AriaComboBox, ListBox, Popover } from 'react-aria-components/ComboBox';
import { ComboInput } from './combo-input.tsx';
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
  /** Stands below the options without being found by the text: Enter takes it only where nothing else is. */
  readonly extra?: Option<Value>;
  /** The caller still searches: `options` are those of an earlier text. */
  readonly isSearching?: boolean;
  /** Said when the field is left with a text that chose nothing. */
  readonly unchosenText?: string;
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
    extra,
  } = props;
  const [isFocused, setFocused] = useState(false);
  const isUnchosen = !isFocused && value === null && (inputValue ?? '').trim() !== '';
  const error = props.error ?? (isUnchosen ? props.unchosenText : undefined);
  const texts = { ...props, ...(error === undefined ? {} : { error }) };
  const all = extra === undefined ? options : [...options, extra];
  const searched = inputValue === undefined ? {} : { inputValue, defaultFilter: () => true };
  return (
    <AriaComboBox
      className="field"
      value={value}
      onChange={(key) => onChange(all.find((option) => option.id === key)?.id ?? null)}
      onFocusChange={setFocused}
      {...searched}
      {...(onInputChange === undefined ? {} : { onInputChange })}
      allowsEmptyCollection={props.emptyText !== undefined}
      allowsCustomValue={props.allowsCustomValue ?? false}
      menuTrigger="focus"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={error !== undefined}
    >
      <FieldLabel {...texts} />
      <div className="control" data-bare={bare === true ? '' : undefined}>
        <ComboInput
          options={options}
          extra={extra}
          isSearched={inputValue !== undefined}
          isSearching={props.isSearching ?? false}
          allowsCustomValue={props.allowsCustomValue ?? false}
          placeholder={props.placeholder ?? ''}
          inputRef={props.inputRef}
          onKeyDown={props.onInputKeyDown}
        />
        <Button className="combo-box__button" aria-label="Show options">
          <Icon icon={ChevronsUpDown} size={14} />
        </Button>
      </div>
      <FieldNotes {...texts} />
      <Popover className="popover" offset={4}>
        <ListBox
          className="list-box"
          renderEmptyState={() => <div className="list-box__empty">{props.emptyText}</div>}
        >
          {all.map((option) => (
            <OptionRow key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
