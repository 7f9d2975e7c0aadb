// A link to where something is shown in the program.
import { Link } from 'react-aria-components/Link';
import type { Place } from '../../shared/contract/stripe-events.ts';
import { paths } from '../paths.ts';

const PATHS: Readonly<Record<Place['kind'], (id: string) => string>> = {
  invoice: paths.invoice,
  customer: paths.customer,
  payment: paths.payment,
  dispute: paths.dispute,
  payout: paths.payout,
  recurring: paths.recurringInvoice,
  'credit-note': paths.creditNote,
};

export function PlaceLink({ place }: { readonly place: Place | null }) {
  if (place === null) return <span className="faint">–</span>;
  return <Link href={PATHS[place.kind](place.id)}>{place.label}</Link>;
}
