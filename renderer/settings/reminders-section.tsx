// The schedule of reminders: days from the due date at which an open invoice is proposed for one.
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { stepWords } from '../reminders/step-words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DecimalField } from '../ui/decimal-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { SettingsForm } from './use-settings.ts';

const MOST_STEPS = 8;
const FURTHEST = { after: 365, before: 60 } as const;

export function RemindersSection({ form }: { readonly form: SettingsForm }) {
  const { steps } = form.settings.reminders;
  const change = (next: readonly number[]): void =>
    form.change('reminders', { steps: [...new Set(next)].toSorted((a, b) => a - b) });
  return (
    <Card
      title="Reminders"
      description="An open invoice is proposed under Reminders as it reaches each step. Nothing is sent by itself, and no step twice."
    >
      <div className="stack">
        {steps.length === 0 && <p className="muted">No steps: nobody is proposed.</p>}
        <ul className="reminder-steps">
          {steps.map((step) => (
            <li key={step} className="reminder-steps__step">
              {stepWords(step)}
              <IconButton
                icon={Trash2}
                label={`Remove: ${stepWords(step)}`}
                size="small"
                onPress={() => change(steps.filter((other) => other !== step))}
              />
            </li>
          ))}
        </ul>
        {steps.length < MOST_STEPS && <NewStep steps={steps} onAdd={(step) => change([...steps, step])} />}
      </div>
    </Card>
  );
}

interface NewStepProps {
  readonly steps: readonly number[];
  readonly onAdd: (step: number) => void;
}

function NewStep({ steps, onAdd }: NewStepProps) {
  const [days, setDays] = useState('');
  const [side, setSide] = useState<'after' | 'before'>('after');
  const [problem, setProblem] = useState<string | undefined>();
  const add = (): void => {
    const number = Number(days);
    const step = side === 'after' ? number : -number;
    if (!/^\d+$/.test(days) || number > FURTHEST[side]) setProblem(`Whole days, 0 to ${FURTHEST[side]}`);
    else if (steps.includes(step)) setProblem('This step is there already');
    else {
      onAdd(step);
      setDays('');
      setProblem(undefined);
    }
  };
  return (
    <div className="reminder-steps__new">
      <DecimalField
        label="Days"
        value={days}
        onChange={(value) => {
          setDays(value);
          setProblem(undefined);
        }}
        error={problem}
        onInputKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Segmented
        label="From the due date"
        value={side}
        onChange={setSide}
        segments={[
          { id: 'after', label: 'after' },
          { id: 'before', label: 'before' },
        ]}
      />
      <Button icon={Plus} isDisabled={days === ''} onPress={add}>
        Add step
      </Button>
    </div>
  );
}
