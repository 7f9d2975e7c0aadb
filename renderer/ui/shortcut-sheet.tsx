// All shortcuts that work now, by group, and those of lists and editors that are always the same.
import { useCommandRegistry, type Command } from './commands.tsx';
import { Dialog } from './dialog.tsx';
import { Keys } from './keys.tsx';
import './command-palette.css';

interface Line {
  readonly title: string;
  readonly shortcut: string;
}

const LIST_KEYS: readonly Line[] = [
  { title: 'Next row', shortcut: 'j' },
  { title: 'Previous row', shortcut: 'k' },
  { title: 'Open row', shortcut: 'Enter' },
  { title: 'Select row', shortcut: 'Space' },
  { title: 'Select all', shortcut: 'Mod+A' },
];

export function ShortcutSheet({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Keyboard shortcuts" width="wide" isOpen={isOpen} onClose={onClose}>
      <SheetBody />
    </Dialog>
  );
}

function SheetBody() {
  const commands = useCommandRegistry().list();
  const groups = ['This screen', 'Focused row', 'Create', 'Go to', 'Program'] as const;
  return (
    <div className="shortcut-sheet">
      {groups.map((group) => (
        <Group
          key={group}
          title={group}
          lines={linesOf(commands.filter((command) => command.group === group))}
        />
      ))}
      <Group title="In lists" lines={LIST_KEYS} />
    </div>
  );
}

function linesOf(commands: readonly Command[]): readonly Line[] {
  return commands.flatMap(({ title, shortcuts = [], isUnlisted = false }) => {
    const [shortcut] = shortcuts;
    return shortcut === undefined || isUnlisted ? [] : [{ title, shortcut }];
  });
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className="shortcut-sheet__title">{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.title} className="shortcut-sheet__row">
            {line.title}
            <Keys shortcut={line.shortcut} />
          </li>
        ))}
      </ul>
    </section>
  );
}
