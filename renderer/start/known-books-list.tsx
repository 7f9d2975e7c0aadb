// Books on this computer, to be opened by a click.
import { Button } from 'react-aria-components/Button';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCommand } from '../data.ts';
import { ModeBadge } from '../shell/mode-badge.tsx';
import { RelativeText } from '../ui/date-text.tsx';
import './start.css';

type KnownBooks = CallOutput<'app.state'>['known'];

export function KnownBooksList({ books }: { readonly books: KnownBooks }) {
  const open = useCommand('books.open');
  return (
    <ul className="known-books">
      {books.map((known) => (
        <li key={known.id}>
          <Button className="known-books__row" onPress={() => void open.run({ id: known.id })}>
            <span className="list-box__text truncate">
              {known.name}
              <span className="list-box__detail">
                {known.lastOpenedAt === null ? 'Never opened' : <RelativeText at={known.lastOpenedAt} />}
              </span>
            </span>
            <ModeBadge mode={known.mode} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
