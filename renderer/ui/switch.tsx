// A yes-or-no choice that takes effect at once.
import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import './choice.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly detail?: string;
}

export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="switch">
      <span className="switch__track">
        <span className="switch__thumb" />
      </span>
      <span>
        {children}
        {detail !== undefined && <span className="choice__detail">{detail}</span>}
      </span>
    </AriaSwitch>
  );
}
