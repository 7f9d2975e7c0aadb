// Whether the books are in balance, at the foot of every screen.
import { CircleAlert, CircleCheck, LoaderCircle, type LucideIcon } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { useReading } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useAppState } from './app-state.ts';

type State = CallOutput<'books.proof'>['state'];

const LOOKS: Readonly<
  Record<State, { readonly icon: LucideIcon; readonly looks: string; readonly text: string }>
> = {
  'in-balance': { icon: CircleCheck, looks: 'good', text: 'In balance' },
  posting: { icon: LoaderCircle, looks: 'busy', text: 'Posting' },
  'out-of-balance': { icon: CircleAlert, looks: 'bad', text: 'Out of balance' },
};

export function ProofButton() {
  const { locale, timeZone } = useReading();
  const { books } = useAppState();
  const proof = useCall('books.proof', {}).data;
  // Of damaged books the sums may be read though what they are sums of cannot: nothing is proved by them.
  if (proof === undefined || books?.isReadOnly === true) return null;
  const { icon, looks, text } = LOOKS[proof.state];
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(
    proof.checkedAt * 1000,
  );
  return (
    <div className="sidebar__proof">
      <Link href={paths.books} className="sidebar__sync" data-state={looks}>
        <Icon icon={icon} size={14} />
        <span className="truncate">{proof.state === 'in-balance' ? `${text}, ${time}` : text}</span>
      </Link>
    </div>
  );
}
