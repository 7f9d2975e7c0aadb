// Asks macOS whether its owner is there: Touch ID, or the password where the finger fails.
import type { OwnerCheck } from '../../ports.ts';
import type { ElectronApi, WindowLike } from './api.ts';

type Parts = Pick<ElectronApi<WindowLike>, 'powerMonitor' | 'systemPreferences'>;

/**
 * Null where there is none: Electron can ask macOS only. It is offered on a Mac with Touch ID; with its lid closed such a Mac has none
 * for a while, and must stay locked all the same.
 * Source: Electron's documentation of `systemPreferences.canPromptTouchID` and `promptTouchID`.
 */
export function createOwnerCheck(
  { powerMonitor, systemPreferences }: Parts,
  platform: NodeJS.Platform,
): OwnerCheck | null {
  if (platform !== 'darwin') return null;
  return {
    isOffered: () => systemPreferences.canPromptTouchID(),
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onAway(listener) {
      powerMonitor.on('lock-screen', listener);
      powerMonitor.on('suspend', listener);
    },
    async prove(reason) {
      try {
        await systemPreferences.promptTouchID(reason);
        return true;
      } catch {
        // Rejected is the system's no, whatever its words.
        return false;
      }
    },
  };
}
