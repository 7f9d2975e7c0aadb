// A tiny application for tests of the hosts: it answers what it was asked, and lets the test announce changes.
import type { ChangeEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/errors.ts';
import type { App } from '../../main/app.ts';
import type { Log } from '../../main/ports.ts';

export interface HostApp extends App {
  announce(event: ChangeEvent): void;
  readonly listeners: () => number;
  readonly closed: () => boolean;
}

/** `reply` decides the answer of each call; without it, the call itself is the answer. */
export function createHostApp(
  reply: (name: string, input: unknown) => Promise<Result<unknown>> = (name, input) =>
    Promise.resolve({ ok: true, value: { name, input } }),
): HostApp {
  const listeners = new Set<(event: ChangeEvent) => void>();
  let closed = false;
  return {
    dispatch: reply,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      return Promise.resolve();
    },
    announce: (event) => listeners.forEach((listener) => listener(event)),
    listeners: () => listeners.size,
    closed: () => closed,
  };
}

export interface RecordedLog extends Log {
  readonly entries: readonly {
    readonly level: 'info' | 'error';
    readonly event: string;
    readonly fields: unknown;
  }[];
}

/** A log that keeps what it is given. */
export function createRecordedLog(): RecordedLog {
  const entries: { level: 'info' | 'error'; event: string; fields: unknown }[] = [];
  return {
    entries,
    info: (event, fields) => entries.push({ level: 'info', event, fields }),
    error: (event, fields) => entries.push({ level: 'error', event, fields }),
  };
}
