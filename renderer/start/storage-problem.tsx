// The books cannot be opened or written: what is wrong, that nothing is lost, and what to do.
import {
  DatabaseZap,
  HardDrive,
  History,
  Lock,
  type LucideIcon,
  ShieldQuestion,
  TimerOff,
} from 'lucide-react';
import type { CallError } from '../../shared/contract/errors.ts';
import { useCommand } from '../data.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import '../ui/state.css';

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
      'Nothing was written to it. Restore the file from a backup, or connect to Stripe again: what Stripe knows is loaded anew, and only local drafts and notes would be missing.',
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
  return (
    <main className="state" data-tone="bad">
      <span className="state__icon">
        <Icon icon={icon} size={22} />
      </span>
      <h1 className="state__title">{title}</h1>
      <p className="state__text">{advice}</p>
      <p className="state__text small faint selectable">{problem.message}</p>
      <div className="state__actions">
        <Button onPress={() => void close.run({})}>Open other books</Button>
        {booksId !== null && (
          <Button variant="primary" isPending={open.isPending} onPress={() => void open.run({ id: booksId })}>
            Try again
          </Button>
        )}
      </div>
    </main>
  );
}
