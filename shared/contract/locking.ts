// Calls about the lock: after a while without anybody at the computer the program asks the operating system who is there.
import { z } from 'zod';
import { CommandId } from './common.ts';
import { command } from './define.ts';
import { AppState } from './session.ts';
import { LockMinutes } from './session-lock.ts';

export const lockCalls = {
  /** Null never locks. Refused where the system has no way to tell its owner. */
  'lock.set': command(z.object({ commandId: CommandId, afterMinutes: LockMinutes.nullable() }), AppState),
  'lock.now': command(z.object({ commandId: CommandId }), AppState),
  /** The operating system asks; a person it does not know is refused with `not-confirmed`. */
  'lock.unlock': command(z.object({ commandId: CommandId }), AppState),
} as const;
