// The books cannot be opened or written: what is wrong, that nothing is lost, and what to do.
import {
  DatabaseZap,
  Eye,
  HardDrive,
  History,
  Lock,
  type LucideIcon,
  ShieldQuestion,
  TimerOff,
} from 'lucide-react';
import type { CallError } from '../../shared/contract/errors.ts';
import { BackupTable } from '../backups/backup-table.tsx';
import { SalvageButton } from '../backups/salvage-button.tsx';
import { useCommand } from '../data.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import '../ui/state.css';
import '../backups/backups.css';

type StorageError = Extract<CallError, { kind: 'storage' }>;

interface Advice {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly advice: string;
}

const ADVICE: Readonly<Record<StorageError['reason'], Advice>> = {
  newer: {
    icon: History,
    title: 'These books are from a newer Quittance',
    advice: 'Update Quittance on this computer, then open them again. Nothing was changed in the file.',
  },
  corrupt: {
    icon: DatabaseZap,
    title: 'The books file is damaged',
    advice:
      'Nothing was written to it, and it stays exactly as it is. Restore a backup below: what Stripe knows since is fetched again. Or look at what can still be read.',
  },
  foreign: {
    icon: ShieldQuestion,
    title: 'This file does not belong to Quittance',
    advice:
      'A file of another program is in the place of the books. Move it away and try again. Nothing was changed in it.',
  },
  'read-only': {
    icon: Lock,
    title: 'The books cannot be written',
    advice:
      'The folder or the disk is read-only. Give your user permission to write there, then try again. Nothing is lost.',
  },
  'disk-full': {
    icon: HardDrive,
    title: 'The disk is full',
    advice:
      'Make some room, then try again. Everything that was saved before is safe, and nothing was half saved.',
  },
  busy: {
    icon: TimerOff,
    title: 'The books are in use',
    advice: 'Another program holds the file. Close it, then try again.',
  },
};

export interface StorageProblemProps {
  readonly problem: StorageError;
  /** The books that could not be opened. */
  readonly booksId: string | null;
}

export function StorageProblem({ problem, booksId }: StorageProblemProps) {
  const open = useCommand('books.open');
  const close = useCommand('books.close');
  const { icon, title, advice } = ADVICE[problem.reason];
  const state = (
    <section className="state" data-tone="bad">
      <span className="state__icon">
        <Icon icon={icon} size={22} />
      </span>
      <h1 className="state__title">{title}</h1>
      <p className="state__text">{advice}</p>
      <div className="state__actions">
        {problem.reason === 'corrupt' && booksId !== null && <DamagedActions booksId={booksId} />}
        <Button onPress={() => void close.run({})}>Open other books</Button>
        {booksId !== null && (
          <Button
            variant={problem.reason === 'corrupt' ? 'secondary' : 'primary'}
            isPending={open.isPending}
            onPress={() => void open.run({ id: booksId })}
          >
            Try again
          </Button>
        )}
      </div>
    </section>
  );
  return (
    <main className="trouble">
      {state}
      {problem.reason === 'corrupt' && booksId !== null && <BackupTable />}
    </main>
  );
}

function DamagedActions({ booksId }: { readonly booksId: string }) {
  const read = useCommand('books.openReadOnly');
  return (
    <>
      <SalvageButton />
      <Button icon={Eye} isPending={read.isPending} onPress={() => void read.run({ id: booksId })}>
        Open for reading only
      </Button>
    </>
  );
}
