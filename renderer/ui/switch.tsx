// A yes-or-no choice that takes effect at once.
import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import './choice.css';

export interface SwitchProps extends Omit<SwitchFieldProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly detail?: string;
}

export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="choice">
      <SwitchButton className="switch">
        <span className="switch__track">
          <span className="switch__thumb" />
        </span>
        <span>
          {children}
          {detail !== undefined && <span className="choice__detail">{detail}</span>}
        </span>
      </SwitchButton>
    </SwitchField>
  );
}
