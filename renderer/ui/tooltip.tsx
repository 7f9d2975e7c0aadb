// A short explanation that appears on hover and on keyboard focus.
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './tooltip.css';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string;
  /** A button, link or other focusable control of this design system. */
  readonly children: ReactElement;
}

export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        <span>{text}</span>
        {shortcut !== undefined && <span className="tooltip__shortcut">{shortcut}</span>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
