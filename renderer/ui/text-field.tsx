// One line of text.
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { FieldLabel, FieldNotes, type FieldTexts } from './field.tsx';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'>, FieldTexts {
  readonly placeholder?: string;
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  readonly align?: 'start' | 'end';
  /** Without an outline until hovered or focused, for cells of a grid of fields. */
  readonly bare?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Before the field sees the key; React Aria's own `onKeyDown` does not pass unhandled keys on. */
  readonly onInputKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    optional,
    description,
    error,
    placeholder,
    prefix,
    suffix,
    align,
    bare,
    inputRef,
    onInputKeyDown,
    ...rest
  } = props;
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className="field">
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <div className="control" data-align={align ?? 'start'} data-bare={bare === true ? '' : undefined}>
        {prefix !== undefined && <span className="control__prefix">{prefix}</span>}
        <Input
          className="control__input"
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          {...(onInputKeyDown === undefined ? {} : { onKeyDownCapture: onInputKeyDown })}
        />
        {suffix !== undefined && <span className="control__suffix">{suffix}</span>}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
