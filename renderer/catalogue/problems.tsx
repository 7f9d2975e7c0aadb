// Changes of the catalogue that Stripe refused or that a person has to decide about: why, and what can be done.
import { OperationNotice } from '../invoices/detail/operation-banner.tsx';
import { useCall } from '../data.ts';

const MOST = 200;

/** `ids` narrows it down to what concerns these things; null takes the whole catalogue. */
export function CatalogueProblems({ ids }: { readonly ids: readonly string[] | null }) {
  const operations = useCall('outbox.list', { view: 'active', limit: MOST }).data?.operations ?? [];
  const stuck = operations.filter(
    ({ state, subject }) =>
      (state === 'failed' || state === 'needs-review') &&
      subject?.kind === 'catalogue' &&
      (ids === null || ids.includes(subject.id)),
  );
  return (
    <div className="catalogue-problems" aria-live="polite">
      {stuck.map((operation) => (
        <OperationNotice key={operation.id} operation={operation} />
      ))}
    </div>
  );
}
