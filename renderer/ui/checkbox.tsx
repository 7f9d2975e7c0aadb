// A yes-or-no choice that waits for a Save.
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox';
import { Icon } from './icon.tsx';
import './choice.css';

export interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
  readonly detail?: string;
}

export function Checkbox({ children, detail, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="choice">
      <CheckboxButton className="checkbox">
        <span className="checkbox__box">
          <Icon icon={rest.isIndeterminate === true ? Minus : Check} size={12} />
        </span>
        <span>
          {children}
          {detail !== undefined && <span className="choice__detail">{detail}</span>}
        </span>
      </CheckboxButton>
    </CheckboxField>
  );
}
