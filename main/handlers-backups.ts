// Handlers of the calls about backups, and about books that are damaged or were restored.
import type { backupCalls } from '../shared/contract/backups.ts';
import type { CallOutput } from '../shared/contract/calls.ts';
import { safeFileName } from './documents/file-name.ts';
import { zipParts } from './documents/zip.ts';
import type { Handlers } from './handlers.ts';
import type { HandlerDependencies } from './handlers-context.ts';
import { stateOf } from './handlers-session.ts';
import { wrongState } from './refusal.ts';
import {
  backupLoss,
  backupPorts,
  backupsOf,
  backupStatus,
  meantBooks,
  placesOf,
} from './session/books-backups.ts';
import { salvageBooks } from './session/salvage-books.ts';
import { Changes } from './sync/changes.ts';

type BackupHandlers = Pick<Handlers, keyof typeof backupCalls>;

export function backupHandlers(dependencies: HandlerDependencies): BackupHandlers {
  const { ports, session, announce } = dependencies;
  const thenState = async (action: Promise<void>): Promise<CallOutput<'app.state'>> => {
    await action;
    return stateOf(dependencies);
  };
  const tell = (): void => {
    const changes = new Changes();
    changes.add('backups');
    announce(changes);
  };
  return {
    'backups.status': () => backupStatus(ports, session),
    'backups.list': async () => {
      const backups = await backupsOf(ports, meantBooks(session));
      return { rows: backups.map(({ id, kind, at, bytes, held }) => ({ id, kind, at, bytes, held })) };
    },
    'backups.loss': (input) => backupLoss(ports, session, input),
    'backups.make': async () => {
      const keeper = session.books?.backups;
      if (!keeper) throw wrongState('no-backups', 'No backups are made of these books now.');
      // How it went is part of `backups.status`: a large copy takes longer than a call may.
      void keeper.make();
      return {};
    },
    'backups.choosePlace': async () => {
      const { chooseFolder } = backupPorts(ports);
      if (chooseFolder === null)
        throw wrongState(
          'no-dialog',
          'Here the folder is given when Quittance is started: --backups FOLDER.',
        );
      const folder = await chooseFolder();
      if (folder === null) return { chosen: false };
      await placesOf(ports).choose(folder);
      tell();
      void session.books?.backups?.make();
      return { chosen: true };
    },
    'backups.restore': ({ id }) => thenState(session.restore(id)),
    'books.openReadOnly': ({ id }) => thenState(session.openReadOnly(id)),
    'books.salvage': async () => {
      const salvaged = await salvageBooks(ports, meantBooks(session));
      const name = safeFileName(['Readable part of the books'], 'zip');
      const saved = await ports.files.save(name, 'application/zip', async () => zipParts(salvaged.entries()));
      const { rows, isWhole } = salvaged.found();
      return { saved, rows, isWhole };
    },
  };
}
