// What every form field has around its control: a label, a hint and the reason when it is refused.
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import './field.css';

export interface FieldTexts {
  /** Always there for assistive technology; `hideLabel` only hides it from sight. */
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly optional?: boolean | undefined;
  readonly description?: ReactNode;
  /** Why the value is refused, in words; marks the field invalid. */
  readonly error?: string | undefined;
}

export function FieldLabel({
  label,
  hideLabel,
  optional,
}: Pick<FieldTexts, 'label' | 'hideLabel' | 'optional'>) {
  return (
    <Label className={hideLabel === true ? 'visually-hidden' : 'field__label'}>
      {label}
      {optional === true && <span className="field__optional">optional</span>}
    </Label>
  );
}

export function FieldNotes({ description, error }: Pick<FieldTexts, 'description' | 'error'>) {
  return (
    <>
      {description !== undefined && error === undefined && (
        <Text slot="description" className="field__description">
          {description}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
    </>
  );
}
