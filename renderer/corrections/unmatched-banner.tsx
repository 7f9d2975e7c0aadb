// Says above a list that some refunds and credit notes lack their counterpart, and leads to them.
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { Banner } from '../ui/banner.tsx';
import { LinkButton } from '../ui/button.tsx';

export function UnmatchedBanner() {
  const count = useCall('corrections.unmatched', {}).data?.count ?? 0;
  if (count === 0) return null;
  return (
    <div className="list-screen__notice">
      <Banner
        tone="warning"
        actions={
          <LinkButton size="small" href={paths.unmatched}>
            Look at {count === 1 ? 'it' : 'them'}
          </LinkButton>
        }
      >
        {unmatchedWords(count)}
      </Banner>
    </div>
  );
}

function unmatchedWords(count: number): string {
  return count === 1
    ? 'One refund or credit note has no counterpart.'
    : `${count.toLocaleString()} refunds and credit notes have no counterpart.`;
}
