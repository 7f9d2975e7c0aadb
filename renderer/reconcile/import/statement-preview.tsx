// One statement of a file: how many lines it brings, whether its balances agree, and its first lines as they would stand.
import type { BankPreview } from '../../../shared/contract/bank.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { figures, TableHead } from '../../ui/table-head.tsx';
import { notesOf } from './words.ts';
import '../../ui/plain-table.css';
import './import.css';

export function StatementPreview({ statement }: { readonly statement: BankPreview['statements'][number] }) {
  const { account, currency, opening, closing, unexplained, lookalikes, first, lines, known } = statement;
  const notes = notesOf(statement);
  const fresh = lines - known;
  return (
    <>
      {notes.length > 0 && <Banner>{notes.join(' ')}</Banner>}
      {lookalikes > 0 && (
        <Banner tone="warning" title="Perhaps the same lines in another form">
          {lookalikes.toLocaleString()} of them {lookalikes === 1 ? 'has' : 'have'} the day and amount of a
          line that a file of another format brought. Take in one format for a period, or they count twice.
        </Banner>
      )}
      {unexplained !== null && unexplained !== 0 && (
        <Banner tone="warning" title="The balances do not agree">
          The lines leave <Money amount={unexplained} currency={currency} /> between the opening and the
          closing balance of the file: something may be missing.
        </Banner>
      )}
      <Card
        title={account === '' ? 'Bank account' : account}
        description={
          <>
            {fresh.toLocaleString()} new of {lines.toLocaleString()} {lines === 1 ? 'line' : 'lines'}
            {opening !== null && closing !== null && (
              <>
                , from <Money amount={opening} currency={currency} /> to{' '}
                <Money amount={closing} currency={currency} />
              </>
            )}
          </>
        }
        flush
      >
        <table className="plain-table">
          <TableHead columns={['Booked', 'What the bank says', figures('Amount')]} />
          <tbody>
            {first.map((line, index) => (
              <tr key={index}>
                <td>
                  <DateText day={line.day} />
                </td>
                <td className="statement-words">{line.words}</td>
                <td data-align="end">
                  <Money amount={line.amount} currency={line.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}
