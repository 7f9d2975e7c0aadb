// Every entry of the journal, newest first, of one account or of all.
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { entryWords, movementWords } from '../../shared/text/entry-words.ts';
import { PlaceLink } from '../activity/place-link.tsx';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useGrowingRows } from '../growing-rows.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { Select } from '../ui/select.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import '../ui/plain-table.css';

type Entry = CallOutput<'books.journal'>['rows'][number];

const ALL = 'all';

export function JournalPanel() {
  const [account, setAccount] = useState(ALL);
  const accounts = useCall('books.accounts', {}).data?.rows ?? [];
  const options = [
    { id: ALL, label: 'All accounts' },
    ...accounts
      .filter(({ part }) => part === '')
      .map((one) => ({ id: `${one.account}`, label: `${one.number} ${one.name}` })),
  ];
  const list = useGrowingRows('books.journal', { account: account === ALL ? null : Number(account) });
  return (
    <Card
      title="Journal"
      description="Newest first. Nothing is ever changed here: what turns out otherwise is corrected by an entry of its own"
      actions={<Select<string> label="Account" options={options} value={account} onChange={setAccount} />}
      flush
    >
      {list.error && <ErrorState onRetry={list.retry}>{describeError(list.error.error)}</ErrorState>}
      {list.rows === undefined && !list.error && (
        <div className="card__text">
          <SkeletonLines count={8} />
        </div>
      )}
      {list.rows?.length === 0 && (
        <p className="card__text muted" role="status">
          Nothing is posted here.
        </p>
      )}
      {list.rows !== undefined && list.rows.length > 0 && <JournalTable rows={list.rows} />}
      {list.hasMore && (
        <div className="books__more">
          <Button size="small" onPress={list.more}>
            Show earlier entries
          </Button>
        </div>
      )}
    </Card>
  );
}

function JournalTable({ rows }: { readonly rows: readonly Entry[] }) {
  return (
    <table className="plain-table books__journal">
      <TableHead columns={['Entry', 'Date', 'What', 'Account', figures('Debit'), figures('Credit')]} />
      {rows.map((entry) => (
        <EntryRows key={entry.seq} entry={entry} />
      ))}
    </table>
  );
}

/** One entry is a group of rows: what happened stands beside its first posting. */
function EntryRows({ entry }: { readonly entry: Entry }) {
  return (
    <tbody>
      {entry.postings.map(({ number, name, partName, currency, amount }, index) => (
        <tr key={index}>
          {index === 0 && (
            <>
              <td rowSpan={entry.postings.length} className="muted tabular">
                {entry.seq}
              </td>
              <td rowSpan={entry.postings.length}>
                <DateText day={entry.day} />
                {entry.happened !== null && (
                  <div className="small muted" title="Its own month was closed when Stripe told of it">
                    of <DateText day={entry.happened} />
                  </div>
                )}
              </td>
              <td rowSpan={entry.postings.length}>
                {entry.category === null ? entryWords(entry.kind) : movementWords(entry.category)}
                {entry.isCorrection && ', corrected'}
                <div className="small">
                  <PlaceLink place={entry.subject} />
                </div>
              </td>
            </>
          )}
          <td>
            <span className="books__number">{number}</span> {name}
            {partName !== null && <div className="books__part small muted">{partName}</div>}
          </td>
          <td data-align="end">{amount > 0 && <Money amount={amount} currency={currency} />}</td>
          <td data-align="end">{amount < 0 && <Money amount={-amount} currency={currency} />}</td>
        </tr>
      ))}
    </tbody>
  );
}
