// A status in an icon and a word: never in colour alone.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './badge.css';

export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info' | 'accent' | 'sample';

export interface BadgeProps {
  readonly icon: LucideIcon;
  readonly tone?: Tone;
  readonly children: ReactNode;
  /** A short addition such as "12 days". */
  readonly detail?: string;
}

export function Badge({ icon, tone = 'neutral', children, detail }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      <Icon icon={icon} size={13} />
      {children}
      {detail !== undefined && <span className="badge__detail">{detail}</span>}
    </span>
  );
}
