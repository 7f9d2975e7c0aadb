// One way to draw an icon: sized to the text beside it and silent to assistive technology unless it is given a name.
import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  readonly icon: LucideIcon;
  /** CSS pixels; 16 fits the text of the program. */
  readonly size?: number;
  /** What it means, where no word stands beside it. */
  readonly label?: string;
}

export function Icon({ icon: Drawing, size = 16, label }: IconProps) {
  const accessible = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <Drawing size={size} strokeWidth={1.75} focusable={false} {...accessible} />;
}
