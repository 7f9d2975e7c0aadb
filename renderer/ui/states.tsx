// What a screen shows when there is nothing, when it failed, and while it waits.
import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './state.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="state">
      <span className="state__icon">
        <Icon icon={icon} size={22} />
      </span>
      <h2 className="state__title">{title}</h2>
      {children !== undefined && <p className="state__text">{children}</p>}
      {actions !== undefined && <div className="state__actions">{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  readonly title?: string;
  /** What went wrong and what can be done, in words. */
  readonly children: ReactNode;
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
}

export function ErrorState({
  title = 'This could not be shown',
  children,
  onRetry,
  actions,
}: ErrorStateProps) {
  return (
    <div className="state" data-tone="bad" role="alert">
      <span className="state__icon">
        <Icon icon={CircleAlert} size={22} />
      </span>
      <h2 className="state__title">{title}</h2>
      <p className="state__text">{children}</p>
      <div className="state__actions">
        {actions}
        {onRetry && <Button onPress={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}

/** A grey bar where a text will be; `width` in CSS units. */
export function Skeleton({ width }: { readonly width: string }) {
  return <span className="skeleton" style={{ width }} aria-hidden="true" />;
}

const WIDTHS = ['62%', '84%', '48%', '71%', '56%', '78%'];

/** Several lines that wait, announced once as "Loading". */
export function SkeletonLines({ count = 6 }: { readonly count?: number }) {
  return (
    <div className="skeleton-lines" role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} width={WIDTHS[index % WIDTHS.length] ?? '60%'} />
      ))}
    </div>
  );
}
