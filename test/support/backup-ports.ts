// Backups in a test: the real check of a copy, in this process, so that virtual time and it go together.
import { checkCopy } from '../../main/backups/check-copy.ts';
import type { BackupPorts } from '../../main/ports.ts';

export function backupPorts(more: Partial<BackupPorts> = {}): BackupPorts {
  return { check: checkCopy, folder: null, chooseFolder: null, ...more };
}
