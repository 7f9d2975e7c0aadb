// The whole page: nothing open yet, a problem with the books, or the books themselves.
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import type { Platform } from './bridge.ts';
import { createClient } from './client.ts';
import { ConnectionContext, createQueryClient, useCall, useChangeEvents } from './data.ts';
import { describeError } from './error-text.ts';
import { go } from './paths.ts';
import { AppStateContext } from './shell/app-state.ts';
import { OpenBooks } from './shell/open-books.tsx';
import { usePresence } from './shell/presence.ts';
import { FirstRun } from './start/first-run.tsx';
import { LockScreen } from './start/lock-screen.tsx';
import { StorageProblem } from './start/storage-problem.tsx';
import { ErrorState } from './ui/states.tsx';
import { ToastRegion } from './ui/toast.tsx';

export function App({ platform }: { readonly platform: Platform }) {
  const [queries] = useState(createQueryClient);
  const connection = useMemo(() => ({ platform, client: createClient(platform) }), [platform]);
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <RouterProvider navigate={(path) => go(path)} useHref={(path) => `#${path}`}>
          <Content />
          <ToastRegion />
        </RouterProvider>
      </QueryClientProvider>
    </ConnectionContext>
  );
}

function Content() {
  useChangeEvents();
  usePresence();
  const { data: state, error, refetch } = useCall('app.state', {});
  if (error !== null && state === undefined) {
    return (
      <ErrorState title="Quittance could not start" onRetry={() => void refetch()}>
        {describeError(error.error)}
      </ErrorState>
    );
  }
  if (state === undefined) return null;
  return (
    <AppStateContext value={state}>
      {state.lock.isLocked ? (
        <LockScreen />
      ) : state.books !== null ? (
        <OpenBooks key={state.books.id} books={state.books} />
      ) : state.problem?.kind === 'storage' ? (
        <StorageProblem problem={state.problem} booksId={state.problemBooksId} />
      ) : (
        <FirstRun />
      )}
    </AppStateContext>
  );
}
