// Whether the books are in balance, in a sentence.
import { RelativeText } from '../ui/date-text.tsx';
import { Banner } from '../ui/banner.tsx';
import { useReading } from '../ui/format.ts';
import { FetchAgainButton } from './fetch-again.tsx';
import { MoneyList } from '../ui/money.tsx';
import type { Proof } from './proof-panel.tsx';

export function ProofBanner({ proof }: { readonly proof: Proof }) {
  const { locale } = useReading();
  const entries = proof.entries.toLocaleString(locale);
  if (proof.state === 'posting') {
    return (
      <Banner tone="info" title="Posting">
        {proof.waiting.toLocaleString(locale)} objects that Stripe told of are on their way into the journal.
      </Banner>
    );
  }
  if (proof.state === 'out-of-balance') {
    const isNamed = proof.problems.count > 0;
    return (
      <Banner tone="bad" title="Out of balance" {...(isNamed ? {} : { actions: <FetchAgainButton /> })}>
        The books and Stripe do not come to the same.{' '}
        {isNamed
          ? 'What differs is named below; invoices can be sent all the same.'
          : 'The figures that differ are marked below, and often something is only not here yet. Invoices can be sent all the same.'}
      </Banner>
    );
  }
  return (
    <Banner tone="good" title="In balance">
      {entries} entries come to the cent to what Stripe says. Checked <RelativeText at={proof.checkedAt} />.
      {proof.suspense.length > 0 && (
        <>
          {' '}
          In suspense until somebody decides what it was: <MoneyList values={proof.suspense} />
        </>
      )}
    </Banner>
  );
}
