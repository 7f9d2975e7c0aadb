// Stand-ins for what Electron knows of the person at the computer.
import { EventEmitter } from 'node:events';
import type { ElectronApi } from '../../../main/hosts/electron/api.ts';
import type { FakeWindow } from './fake-window.ts';

/** `none` is a computer without Touch ID; else whose finger it is. */
export type TouchId = 'none' | 'owner' | 'stranger';

export interface FakeOwner extends Pick<ElectronApi<FakeWindow>, 'systemPreferences'> {
  readonly powerMonitor: ElectronApi<FakeWindow>['powerMonitor'] & EventEmitter;
  /** What the system was told to ask, in order. */
  readonly touchIdReasons: readonly string[];
}

export function createFakeOwner(touchId: TouchId): FakeOwner {
  const touchIdReasons: string[] = [];
  return {
    touchIdReasons,
    powerMonitor: Object.assign(new EventEmitter(), { getSystemIdleTime: () => 7 }),
    systemPreferences: {
      canPromptTouchID: () => touchId !== 'none',
      promptTouchID(reason) {
        touchIdReasons.push(reason);
        return touchId === 'owner'
          ? Promise.resolve()
          : Promise.reject(new Error('Biometry is not available'));
      },
    },
  };
}
