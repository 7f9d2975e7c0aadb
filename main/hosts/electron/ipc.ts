// The two channels between page and program: calls in, change events out. Nothing else in this program talks over IPC.
import { randomUUID } from 'node:crypto';
import type { Result } from '../../../shared/contract/errors.ts';
import type { ChangeEvent } from '../../../shared/contract/events.ts';
import type { App } from '../../app.ts';
import type { Log } from '../../ports.ts';
import { answer } from '../common/answer.ts';
import type { ContentsLike, ElectronApi, SenderEvent, WindowLike } from './api.ts';
import { callChannel, eventChannel } from './channels.ts';
import { refuseSender } from './guards.ts';

export interface CallServer {
  readonly app: App;
  readonly log: Log;
  readonly isOurs: (contentsId: number) => boolean;
}

/** Answers calls of our own pages; a forged one learns nothing but a reference. */
export function serveCalls(ipcMain: ElectronApi<WindowLike>['ipcMain'], server: CallServer): void {
  ipcMain.handle(callChannel, (event, ...args) => handleCall(server, event, args));
}

function handleCall(
  server: CallServer,
  event: SenderEvent,
  args: readonly unknown[],
): Promise<Result<unknown>> {
  const refused = refuseSender(event, server.isOurs);
  const [name, input] = args;
  if (refused === null && typeof name === 'string' && args.length === 2) {
    return answer(server.app, server.log, name, input);
  }
  const reference = randomUUID();
  server.log.error('call-refused', { reference, reason: refused ?? 'wrong-arguments' });
  return Promise.resolve({ ok: false, error: { kind: 'bug', reference } });
}

/** Sends a change event or a menu command to one page, unless it has gone. */
export function sendEvent(contents: ContentsLike, event: ChangeEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event);
}
