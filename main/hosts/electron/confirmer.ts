// Asks in a dialog of the system, above the window and out of the page's reach.
import type { Confirmer } from '../../ports.ts';
import type { ElectronApi, WindowLike } from './api.ts';

const AGREE = 0;
const CANCEL = 1;

/** Without a window nobody is there to ask, and nobody has agreed. */
export function createConfirmer<Window extends WindowLike>(
  dialog: Pick<ElectronApi<Window>['dialog'], 'showMessageBox'>,
  current: () => Window | null,
): Confirmer {
  return {
    async confirm({ title, detail, action }) {
      const window = current();
      if (window === null) return false;
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: plain(title),
        detail: plain(detail),
        buttons: [plain(action), 'Cancel'],
        defaultId: CANCEL,
        cancelId: CANCEL,
        // A customer's name may hold an ampersand, which would become an access key.
        normalizeAccessKeys: false,
        noLink: true,
      });
      return response === AGREE;
    },
  };
}

/** Longer than any honest question; a name can be as long as its owner likes. */
const MOST_CHARACTERS = 300;

/** A name must not be able to break the line, turn the reading direction or push the question out of sight. */
function plain(text: string): string {
  const shown = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  return shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS)}…` : shown;
}
