// A message that belongs to the page and stays as long as it is true.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './banner.css';

const icons = {
  info: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  bad: CircleAlert,
  sample: Info,
} as const;

export interface BannerProps {
  readonly tone?: keyof typeof icons;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function Banner({ tone = 'info', title, children, actions }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className="banner__icon">
        <Icon icon={icons[tone]} />
      </span>
      <div className="banner__text">
        {title !== undefined && <p className="banner__title">{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className="banner__actions">{actions}</div>}
    </div>
  );
}
