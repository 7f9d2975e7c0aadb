// Saves finished files through the system's own dialog, which alone decides the path.
import { basename, dirname, extname, join } from 'node:path';
import { writeFileAtomically } from '../../documents/write-file.ts';
import type { FileSaver } from '../../ports.ts';
import type { ElectronApi, WindowLike } from './api.ts';
import type { HostStateFile } from './host-state.ts';

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF document',
  'application/zip': 'ZIP archive',
  'text/csv': 'CSV table',
  'application/json': 'JSON file',
};

export interface FileSaverOptions<Window extends WindowLike> {
  readonly dialog: ElectronApi<Window>['dialog'];
  /** The window that the dialog belongs to. */
  readonly window: () => Window | null;
  readonly state: HostStateFile;
  /** Where files go until one has been saved elsewhere. */
  readonly documentsFolder: string;
}

/** The file is made only once there is a place for it, and is written whole or not at all. */
export function createFileSaver<Window extends WindowLike>(options: FileSaverOptions<Window>): FileSaver {
  return {
    async save(suggestedName, mediaType, produce, check) {
      const window = options.window();
      if (window === null) return { kind: 'canceled' };
      const extension = extname(suggestedName).slice(1);
      const folder = options.state.current.lastFolder ?? options.documentsFolder;
      const answer = await options.dialog.showSaveDialog(window, {
        defaultPath: join(folder, basename(suggestedName)),
        filters:
          extension === ''
            ? []
            : [{ name: kinds[mediaType] ?? extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (answer.canceled || answer.filePath === '') return { kind: 'canceled' };
      await writeFileAtomically(answer.filePath, await produce(), 0o644, check);
      options.state.change({ lastFolder: dirname(answer.filePath) });
      return { kind: 'saved', name: basename(answer.filePath) };
    },
  };
}
