// What a payout holds by kind, from gross to net, down to the payout's amount and what is left unexplained.
import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { categoryWords } from '../../shared/text/fee-words.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import type { Payout } from './payout-screen.tsx';

export function SumsCard({ payout }: { readonly payout: Payout }) {
  const { locale } = useReading();
  const { currency, sums, elsewhere, fee, amount, residue } = payout;
  const money = (value: number) => (
    <Money amount={value} currency={currency} tone={value === 0 ? 'faint' : 'normal'} />
  );
  const total = (part: (sum: Payout['sums'][number]) => number): number =>
    sums.reduce((all, sum) => all + part(sum), 0);
  return (
    <Card
      title={payout.contents === 'manual' ? <Suggested /> : 'What it holds'}
      description={residue === 0 ? 'Adds up to the payout exactly' : undefined}
      flush
    >
      <table className="plain-table">
        <TableHead
          columns={['What', figures('Movements'), figures('Gross'), figures('Fees'), figures('Net')]}
        />
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.category}>
              <td>{categoryWords(sum.category)}</td>
              <td data-align="end">{sum.count.toLocaleString(locale)}</td>
              <td data-align="end">{money(sum.gross)}</td>
              <td data-align="end">{money(-sum.fee)}</td>
              <td data-align="end">{money(sum.net)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All movements</th>
            <td data-align="end">{total(({ count }) => count).toLocaleString(locale)}</td>
            <td data-align="end">{money(total(({ gross }) => gross))}</td>
            <td data-align="end">{money(-total((sum) => sum.fee))}</td>
            <td data-align="end">{money(total(({ net }) => net))}</td>
          </tr>
          {elsewhere !== 0 && <FootRow name="Of that, not with this payout">{money(-elsewhere)}</FootRow>}
          {fee !== 0 && <FootRow name="Fee of the payout itself">{money(-fee)}</FootRow>}
          {residue !== null && <FootRow name="Unexplained">{money(residue)}</FootRow>}
          <FootRow name="Paid out">
            <strong>{money(amount)}</strong>
          </FootRow>
        </tfoot>
      </table>
    </Card>
  );
}

function Suggested() {
  return (
    <>
      What it probably holds{' '}
      <Badge icon={Lightbulb} tone="info">
        Suggested
      </Badge>
    </>
  );
}

function FootRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row" colSpan={4}>
        {name}
      </th>
      <td data-align="end">{children}</td>
    </tr>
  );
}
