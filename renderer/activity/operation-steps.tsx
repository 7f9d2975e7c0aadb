// The steps of an operation, each with the ids by which Stripe knows its request.
import { Ban, Clock, Search, Send } from 'lucide-react';
import type { OperationState } from '../../shared/contract/activity.ts';
import { Timeline, type TimelineItem } from '../ui/timeline.tsx';
import type { Operation } from './operation-card.tsx';

const LOOKS: Readonly<Record<OperationState, Pick<TimelineItem, 'tone' | 'icon'>>> = {
  queued: { tone: 'neutral', icon: Clock },
  sending: { tone: 'neutral', icon: Send },
  waiting: { tone: 'warning', icon: Clock },
  checking: { tone: 'neutral', icon: Search },
  'needs-review': { tone: 'warning' },
  failed: { tone: 'bad' },
  done: { tone: 'good' },
  canceled: { tone: 'neutral', icon: Ban },
};

export function OperationSteps({ operation }: { readonly operation: Operation }) {
  return (
    <div className="operation__steps">
      <Timeline
        items={operation.steps.map((step) => ({
          ...LOOKS[step.state],
          id: step.idempotencyKey,
          text: step.title,
          detail: detailOf(step),
          at: null,
          // Of what was never sent Stripe knows no key.
          reference: step.requestId ?? (step.attempts > 0 ? step.idempotencyKey : null),
        }))}
      />
    </div>
  );
}

function detailOf(step: Operation['steps'][number]): string | null {
  const attempts = step.attempts > 1 ? `${step.attempts} attempts` : null;
  const parts = [step.error, attempts].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
