// Compares the books with everything at Stripe when the bookkeeper asks, and says what differed.
import { Check, Scale, TriangleAlert } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall, useCommand } from '../data.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { DifferencesTable } from './differences-table.tsx';
import { resourceWords } from './resource-words.ts';

type Comparison = NonNullable<CallOutput<'sync.comparison'>['comparison']>;
type Resource = Comparison['resources'][number];

export function ComparisonCard() {
  const comparison = useCall('sync.comparison', {}).data?.comparison ?? null;
  const compare = useCommand('sync.compare');
  const isUnderWay = comparison !== null && comparison.state !== 'done';
  return (
    <Card
      title="Comparison with Stripe"
      description="Lists everything there anew and mends what differs here"
      actions={
        <Button
          icon={Scale}
          size="small"
          isPending={compare.isPending}
          isDisabled={isUnderWay}
          onPress={() => void compare.run({})}
        >
          Compare everything with Stripe now
        </Button>
      }
      flush
    >
      {comparison === null ? (
        <p className="card__text muted">
          Not needed in daily work: events keep the books in step, and longer gaps are noticed. It is for when
          you want to be certain.
        </p>
      ) : isUnderWay ? (
        <Progress comparison={comparison} />
      ) : (
        <Verdict comparison={comparison} />
      )}
      {comparison !== null && differing(comparison) > 0 && <DifferencesTable comparison={comparison} />}
    </Card>
  );
}

function Progress({ comparison }: { readonly comparison: Comparison }) {
  const { locale } = useReading();
  const { resources } = comparison;
  const done = resources.filter((resource) => resource.done).length;
  const current = resources.find((resource) => !resource.done);
  const label =
    comparison.state === 'waiting'
      ? 'Begins in a moment'
      : `${done} of ${resources.length} kinds compared${current ? `, now ${resourceWords(current.resource)}` : ''}`;
  return (
    <div className="card__text">
      <ProgressBar
        label={label}
        percent={resources.length === 0 ? 0 : (done / resources.length) * 100}
        detail={`${objectsOf(resources).toLocaleString(locale)} objects`}
      />
    </div>
  );
}

function Verdict({ comparison }: { readonly comparison: Comparison }) {
  const { locale } = useReading();
  const count = differing(comparison);
  const objects = objectsOf(comparison.resources).toLocaleString(locale);
  return (
    <div className="card__text cluster" role="status">
      {count === 0 ? (
        <Badge icon={Check} tone="good">
          Nothing differed
        </Badge>
      ) : (
        <Badge icon={TriangleAlert} tone="warning">
          {count.toLocaleString(locale)} differed
        </Badge>
      )}
      <span className="muted">
        {objects} objects compared
        {comparison.finishedAt !== null && (
          <>
            {' '}
            on <InstantText at={comparison.finishedAt} />
          </>
        )}
        {count > 0 && '; the books now have what Stripe has'}
      </span>
    </div>
  );
}

function objectsOf(resources: readonly Resource[]): number {
  return resources.reduce((sum, { objects }) => sum + objects, 0);
}

function differing({ resources }: Comparison): number {
  return resources.reduce((sum, { missing, changed, gone }) => sum + missing + changed + gone, 0);
}
