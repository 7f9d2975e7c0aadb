// What happened, in order, each with its time and the ids by which Stripe knows it.
import { Check, CircleAlert, CircleDot, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { InstantText } from './date-text.tsx';
import { Icon } from './icon.tsx';
import './card.css';

const icons = { neutral: CircleDot, good: Check, warning: TriangleAlert, bad: CircleAlert } as const;

export interface TimelineItem {
  readonly id: string;
  readonly tone: keyof typeof icons;
  readonly icon?: LucideIcon;
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  /** Unix seconds. */
  readonly at: number | null;
  readonly reference?: string | null;
}

export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id} className="timeline__entry" data-tone={item.tone}>
          <span className="timeline__mark">
            <Icon icon={item.icon ?? icons[item.tone]} size={12} />
          </span>
          <div className="timeline__body">
            <div>{item.text}</div>
            {item.detail !== undefined && item.detail !== null && (
              <div className="muted small">{item.detail}</div>
            )}
            <div className="timeline__note">
              {item.at !== null && <InstantText at={item.at} />}
              {item.reference !== undefined && item.reference !== null && <code>{item.reference}</code>}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
