// A page of one thing that is not here: still on its way, not to be had, or not there at all.
import { FileQuestion, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallFailure } from '../client.ts';
import { describeError } from '../error-text.ts';
import { LinkButton } from './button.tsx';
import { Page, type PageProps } from './page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from './states.tsx';

export interface WaitingPageProps {
  /** What it is, such as "Payment". */
  readonly title: string;
  /** The list to which it belongs. */
  readonly back: NonNullable<PageProps['back']>;
  /** The link to that list where there is no such thing, such as "All payments". */
  readonly all: string;
  readonly icon?: LucideIcon;
  /** Why it may not be there. */
  readonly children: ReactNode;
  readonly error: CallFailure | null;
  readonly onRetry: () => void;
}

export function WaitingPage(props: WaitingPageProps) {
  const { title, back, all, icon = FileQuestion, children, error, onRetry } = props;
  return (
    <Page title={title} back={back}>
      {error?.error.kind === 'not-found' ? (
        <EmptyState
          icon={icon}
          title={`There is no such ${title.toLowerCase()}`}
          actions={<LinkButton href={back.href}>{all}</LinkButton>}
        >
          {children}
        </EmptyState>
      ) : error ? (
        <ErrorState onRetry={onRetry}>{describeError(error.error)}</ErrorState>
      ) : (
        <SkeletonLines />
      )}
    </Page>
  );
}
