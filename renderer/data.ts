// The page's data: queries that are cached until a change event makes them stale, and commands that carry an id made at the click.
import {
  keepPreviousData,
  QueryClient,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput, CommandName, QueryName } from '../shared/contract/calls.ts';
import type { CallError, Result } from '../shared/contract/errors.ts';
import type { ChangeEvent } from '../shared/contract/events.ts';
import type { Platform } from './bridge.ts';
import { CallFailure, type Client } from './client.ts';
import { describeError } from './error-text.ts';
import { type CommandStart, isSameClick } from './same-click.ts';
import { isStale } from './topics.ts';
import { showToast } from './ui/toast.tsx';

export interface Connection {
  readonly platform: Platform;
  readonly client: Client;
}

export const ConnectionContext = createContext<Connection | null>(null);

/** The way to the program; there is one below the root of the page. */
export function useConnection(): Connection {
  const connection = use(ConnectionContext);
  if (connection === null)
    throw new Error('A component that calls the program stands outside the connection');
  return connection;
}

/** Answers stay fresh until an event says otherwise; nothing is retried behind the bookkeeper's back. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    },
  });
}

type Key<Name extends QueryName> = readonly [name: Name, input: CallInput<Name>];

/** How React Query asks for one call; for prefetching and for several at once. */
export function queryFor<Name extends QueryName>(client: Client, name: Name, input: CallInput<Name>) {
  return {
    queryKey: [name, input] satisfies Key<Name>,
    queryFn: async (): Promise<CallOutput<Name>> => {
      const result = await client(name, input);
      if (!result.ok) throw new CallFailure(result.error);
      return result.value;
    },
  };
}

export interface CallOptions {
  /** False asks nothing yet. */
  readonly enabled?: boolean;
  /** Shows the answer to the input before while the next one is on its way. */
  readonly keepPrevious?: boolean;
}

export type CallState<Name extends QueryName> = UseQueryResult<CallOutput<Name>, CallFailure>;

export function useCall<Name extends QueryName>(
  name: Name,
  input: CallInput<Name>,
  options: CallOptions = {},
): CallState<Name> {
  const { client } = useConnection();
  return useQuery<CallOutput<Name>, CallFailure>({
    ...queryFor(client, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Puts what a command answered in the place of a query's answer, until the change event makes the page ask again. */
export function useKeepAnswer() {
  const queries = useQueryClient();
  return useCallback(
    <Name extends QueryName>(name: Name, input: CallInput<Name>, answer: CallOutput<Name>): void => {
      queries.setQueryData([name, input] satisfies Key<Name>, answer);
    },
    [queries],
  );
}

type WithoutCommandId<Input> = Input extends unknown ? Omit<Input, 'commandId'> : never;
/** What the caller gives; the command's id is made here. */
export type CommandInput<Name extends CommandName> = WithoutCommandId<CallInput<Name>>;

export interface Command<Name extends CommandName> {
  /** Runs it. The same input again, at once or while it is under way, is the same command: a double click does nothing twice. */
  readonly run: (input: CommandInput<Name>) => Promise<Result<CallOutput<Name>>>;
  readonly isPending: boolean;
  /** Why the last one was refused; null after it has been accepted or run again. */
  readonly error: CallError | null;
  /** What was refused. */
  readonly sent: CommandInput<Name> | null;
  readonly reset: () => void;
}

interface Refused<Name extends CommandName> {
  readonly error: CallError;
  readonly sent: CommandInput<Name>;
}

interface Started<Output> extends CommandStart {
  isUnderWay: boolean;
  readonly promise: Promise<Result<Output>>;
}

/** `failure: 'toast'` (the default) tells the bookkeeper; `'quiet'` leaves that to the form. */
export function useCommand<Name extends CommandName>(
  name: Name,
  { failure = 'toast' }: { readonly failure?: 'toast' | 'quiet' } = {},
): Command<Name> {
  const { client } = useConnection();
  const latest = useRef<Started<CallOutput<Name>> | null>(null);
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused<Name> | null>(null);
  const run = useCallback(
    async (input: CommandInput<Name>) => {
      setPending(true);
      setRefused(null);
      // A command's input is what the caller gave and the id; the compiler cannot put an omitted key back into a type parameter.
      const complete = { ...input, commandId: crypto.randomUUID() } as unknown as CallInput<Name>;
      const result = await client(name, complete);
      setPending(false);
      if (!result.ok) setRefused({ error: result.error, sent: input });
      if (!result.ok && failure === 'toast') showFailure(result.error);
      return result;
    },
    [client, name, failure],
  );
  const runOnce = useCallback(
    (input: CommandInput<Name>) => {
      const text = JSON.stringify(input);
      const now = performance.now();
      const last = latest.current;
      if (last !== null && isSameClick(last, text, now)) return last.promise;
      const promise = run(input);
      const started = { text, at: now, isUnderWay: true, promise };
      latest.current = started;
      return promise.finally(() => (started.isUnderWay = false));
    },
    [run],
  );
  const reset = useCallback(() => setRefused(null), []);
  return { run: runOnce, isPending, error: refused?.error ?? null, sent: refused?.sent ?? null, reset };
}

/** Tells the bookkeeper that something was refused. */
export function showFailure(error: CallError): void {
  showToast({ tone: 'bad', title: 'That did not work', detail: describeError(error) });
}

const GATHER_MS = 60;

/** Makes answers stale as change events arrive; a burst of events asks again once. */
export function useChangeEvents(): void {
  const { platform } = useConnection();
  const queries = useQueryClient();
  useEffect(() => listenForChanges(platform, queries), [platform, queries]);
}

/** What arrives while the page is asking again waits until it has its answers: else a stream of events would never let it finish. */
function listenForChanges(platform: Platform, queries: QueryClient): () => void {
  let gathered: ChangeEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async (): Promise<void> => {
    const events = gathered;
    gathered = [];
    // Every query of the page is made by `queryFor` or `usePagedRows`, so its key begins with a name and an input.
    await queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        events.some((event) => isStale(queryKey[0] as QueryName, queryKey[1], event)),
    });
    timer = undefined;
    if (gathered.length > 0) schedule();
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), GATHER_MS);
  };
  const stop = platform.subscribe((event) => {
    if (event.kind !== 'changed') return;
    gathered.push(event);
    schedule();
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
