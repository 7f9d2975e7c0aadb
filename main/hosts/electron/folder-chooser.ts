// Asks for a folder through the system's own dialog: the page never names one.
import type { ElectronApi, WindowLike } from './api.ts';

/** Null when it was canceled, or there is no window to ask in. */
export function createFolderChooser<Window extends WindowLike>(
  dialog: ElectronApi<Window>['dialog'],
  window: () => Window | null,
): () => Promise<string | null> {
  return async () => {
    const parent = window();
    if (parent === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title: 'Where should backups be kept?',
      buttonLabel: 'Keep backups here',
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  };
}
