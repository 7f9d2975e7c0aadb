// "Verify my books": the whole journal is rebuilt from what Stripe told, and compared entry by entry.
import { Check, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useCommand } from '../data.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { Proof } from './proof-panel.tsx';

type Verification = Proof['verification'];

export function VerifyCard({ verification }: { readonly verification: Verification }) {
  const verify = useCommand('books.verify');
  const { running, finishedAt } = verification;
  return (
    <Card
      title="Verification"
      description="Rebuilds the whole journal from what Stripe told, and compares every entry, every sum and the chain that seals them"
      actions={
        <Button
          icon={ShieldCheck}
          size="small"
          isPending={verify.isPending}
          isDisabled={running}
          onPress={() => void verify.run({})}
        >
          Verify my books
        </Button>
      }
    >
      {running ? (
        <Progress verification={verification} />
      ) : finishedAt === null ? (
        <p className="muted">Not verified since the books were opened.</p>
      ) : (
        <Verdict verification={verification} finishedAt={finishedAt} />
      )}
    </Card>
  );
}

function Progress({ verification: { done, all } }: { readonly verification: Verification }) {
  const { locale } = useReading();
  return (
    <ProgressBar
      label="Rebuilding and comparing"
      percent={all === 0 ? null : (done / all) * 100}
      detail={`${done.toLocaleString(locale)} compared`}
    />
  );
}

function Verdict({
  verification: { finding, entries },
  finishedAt,
}: {
  readonly verification: Verification;
  readonly finishedAt: number;
}) {
  const { locale } = useReading();
  return (
    <div className="cluster" role="status">
      {finding === null ? (
        <Badge icon={Check} tone="good">
          All is as it was posted
        </Badge>
      ) : (
        <Badge icon={TriangleAlert} tone="bad">
          {findingWords(finding)}
        </Badge>
      )}
      <span className="muted">
        {entries.toLocaleString(locale)} entries, <InstantText at={finishedAt} />
      </span>
    </div>
  );
}

function findingWords({ kind, what }: NonNullable<Verification['finding']>): string {
  switch (kind) {
    case 'chain':
      return `Entry ${what} was changed, or is not the next one`;
    case 'period':
      return `Entry ${what} stands in a month that was closed`;
    case 'closing':
      return `Closing ${what} was changed after it was made`;
    case 'case':
      return `${what} is not what follows from Stripe’s word`;
    case 'sum':
      return `The sum of account ${what} is not that of its postings`;
  }
}
