// Books that begin on a day although Stripe knows of more: what happened before comes to opening balances, against equity.
//
// The balances are not given by anybody: they follow from Stripe's objects like everything else. For each object what happened to
// it before the first day becomes one entry of the day before, in which revenue and expenses of earlier years stand as opening
// equity. So the money at Stripe and what every customer owes are exact on the first day, the first year's profit is its own, and
// every figure that is compared with Stripe's is compared as before.
import { addDays } from '../dates.ts';
import { accountOf, CHART } from './accounts.ts';
import { entry, type Entry, type Posting } from './entry.ts';

/** `caseId` is Stripe's id of the object whose entries they are; `begins` the first calendar day of the books, null for the first of all. */
export function withOpening(
  entries: readonly Entry[],
  caseId: string,
  begins: string | null,
): readonly Entry[] {
  if (begins === null) return entries;
  const earlier = entries.filter(({ day }) => day < begins);
  if (earlier.length === 0) return entries;
  const postings = earlier.flatMap((one) => one.postings.map(brought));
  // The day is a part of the cause: books that begin on another day have other opening balances, and none of these.
  const opening = entry('opening', `${caseId}:${begins}`, addDays(begins, -1), postings);
  const rest = entries.filter(({ day }) => day >= begins);
  return opening.postings.length === 0 ? rest : [opening, ...rest];
}

/** Balances are brought forward as they are; what was earned and spent is equity by then. */
function brought(posting: Posting): Posting {
  const type = accountOf(posting.account)?.type;
  if (type !== 'income' && type !== 'expense') return posting;
  return { ...posting, account: CHART.openingEquity.number, sub: '' };
}

/** Why the books cannot begin on a day; null when they can. */
export function beginningRefusal(
  begins: string | null,
  { today, closedThrough }: { readonly today: string; readonly closedThrough: string | null },
): { readonly code: string; readonly message: string } | null {
  if (closedThrough !== null)
    return { code: 'closed', message: 'Months are closed by what the books say now. Open them again first.' };
  if (begins !== null && begins > today)
    return { code: 'future', message: 'The books can begin today or earlier.' };
  return null;
}
