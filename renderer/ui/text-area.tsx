// Several lines of text.
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { FieldLabel, FieldNotes, type FieldTexts } from './field.tsx';

export interface TextAreaProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'>, FieldTexts {
  readonly placeholder?: string;
  readonly rows?: number;
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, optional, description, error, placeholder, rows = 3, ...rest } = props;
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className="field">
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <div className="control control--area">
        <AriaTextArea
          className="control__input"
          rows={rows}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
