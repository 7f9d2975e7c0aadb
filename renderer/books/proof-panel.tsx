// What the books prove now: each figure told twice, and what does not agree by name.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { ComparedCard } from './compared-card.tsx';
import { ProblemsCard } from './problems-card.tsx';
import { ProofBanner } from './proof-banner.tsx';
import { VerifyCard } from './verify-card.tsx';

export type Proof = CallOutput<'books.proof'>;

export function ProofPanel() {
  const asking = useCall('books.proof', {});
  const { data: proof } = asking;
  if (proof === undefined) return <NoAnswer to={asking} lines={6} />;
  return (
    <div className="stack">
      <ProofBanner proof={proof} />
      {proof.problems.count > 0 && <ProblemsCard problems={proof.problems} />}
      <ComparedCard
        title="Money at Stripe"
        description="The Stripe balance of the books against every movement that Stripe lists"
        rows={proof.movements}
        other="Movements at Stripe"
      />
      {proof.balance.length > 0 && (
        <ComparedCard
          title="Stripe’s balance"
          description="The same account against the balance that Stripe states, available and pending"
          rows={proof.balance}
          other="Balance at Stripe"
        />
      )}
      <ComparedCard
        title="What customers owe"
        description="Accounts receivable against what Stripe says is left of open invoices"
        rows={proof.receivables}
        other="Open invoices"
      />
      <VerifyCard verification={proof.verification} />
    </div>
  );
}
