// Changes a recurring invoice that runs: form left, what Stripe bills then right.
import { useState } from 'react';
import type { Every } from '../../../shared/contract/catalogue.ts';
import type { End, Proration, RecurringChange } from '../../../shared/contract/recurring.ts';
import { everyWords } from '../../catalogue/every-words.ts';
import { useCall, useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { go, paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, SkeletonLines } from '../../ui/states.tsx';
import { focusUnread } from '../../ui/unread-field.ts';
import { showToast } from '../../ui/toast.tsx';
import type { RecurringInvoice } from '../detail/recurring-invoice.ts';
import { ChangePreview } from './change-preview.tsx';
import { CollectionFields } from './collection-fields.tsx';
import { ExtraFields } from './extra-fields.tsx';
import { type FormLine, formLine, formProblems, sentLines } from './form-state.ts';
import { LinesField } from './lines-field.tsx';
import { EveryField } from './schedule-fields.tsx';
import { onSubmitKey } from './submit-key.ts';
import { NewEndField, ProrationField } from './running-fields.tsx';
import '../recurring.css';

export function ChangeRecurringScreen({ id }: { readonly id: string }) {
  const { data: recurring, error, refetch } = useCall('recurring.get', { id });
  if (recurring) return <ChangeForm key={id} recurring={recurring} />;
  return (
    <Page title="Change recurring invoice" back={{ label: 'Recurring invoices', href: paths.recurring }}>
      {error ? (
        <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
      ) : (
        <SkeletonLines />
      )}
    </Page>
  );
}

interface Changing extends Omit<RecurringChange, 'lines'> {
  readonly lines: readonly FormLine[];
}

function ChangeForm({ recurring }: { readonly recurring: RecurringInvoice }) {
  const { id, content, currency, every, customerId, customerName } = recurring;
  const { fields, patch, errorAt, change, problems, save, command } = useChangeForm(recurring);
  const actions = (
    <>
      <Button onPress={() => go(paths.recurringInvoice(id))}>Cancel</Button>
      <Button variant="primary" isPending={command.isPending} onPress={() => void save()}>
        Save the change
      </Button>
    </>
  );
  return (
    <Page
      title="Change recurring invoice"
      back={{ label: customerName, href: paths.recurringInvoice(id) }}
      actions={actions}
    >
      <div className="recurring" role="presentation" onKeyDownCapture={onSubmitKey(() => void save())}>
        <div className="recurring__main">
          <p className="muted">
            {customerName}, billed {everyWords(every).toLowerCase()} in {currency.toUpperCase()}. Customer and
            currency stay; for others, end this one and begin a new one.
          </p>
          <LinesField
            fields={{ lines: fields.lines, currency, every: fields.every ?? every }}
            defaultTaxRateIds={content.lines[0]?.taxRateIds ?? []}
            errorAt={errorAt}
            onChange={(lines) => patch({ lines })}
          />
          <Card title="When">
            <div className="stack">
              <EveryField
                every={fields.every ?? every}
                error={errorAt('every')}
                onChange={(next) => patch(inRhythm(fields, next))}
              />
              <ProrationField
                value={fields.proration}
                beginsAnew={fields.every !== null && everyWords(fields.every) !== everyWords(every)}
                onChange={(proration: Proration) => patch({ proration })}
              />
              <NewEndField
                end={fields.end}
                endDay={recurring.endDay}
                error={errorAt('end')}
                onChange={(end: End | null) => patch({ end })}
              />
            </div>
          </Card>
          <CollectionFields
            collection={fields.collection}
            customerId={customerId}
            defaultDays={14}
            errorAt={errorAt}
            onChange={(collection) => patch({ collection })}
          />
          <ExtraFields fields={fields} errorAt={errorAt} onChange={patch} />
        </div>
        <ChangePreview
          id={id}
          change={change}
          isComplete={problems.length === 0 && change.lines.length > 0}
          error={command.error}
        />
      </div>
    </Page>
  );
}

/** A price of the catalogue has its own rhythm; its item stays, at the same amount, until another price is chosen. */
function inRhythm({ lines }: Changing, every: Every): Partial<Changing> {
  return { every, lines: lines.map((line) => ({ ...line, priceId: null })) };
}

/** What stands in the form, what is wrong with it, and the click that saves it. */
function useChangeForm({ id, content }: RecurringInvoice) {
  const [fields, setFields] = useState<Changing>(() => ({
    ...content,
    lines: content.lines.map(formLine),
    every: null,
    end: null,
    proration: 'next-invoice',
  }));
  const [hasTried, setTried] = useState(false);
  const command = useCommand('recurring.change', { failure: 'quiet' });
  const change: RecurringChange = { ...fields, lines: sentLines(fields.lines) };
  const problems = formProblems(fields.lines);
  const errorAt = (path: string): string | undefined => {
    const own = hasTried ? problems.find((problem) => problem.path === path) : undefined;
    const refused = command.error?.kind === 'invalid-input' ? command.error.issues : [];
    return own?.message ?? refused.find((issue) => issue.path === `change.${path}`)?.message;
  };
  const patch = (more: Partial<Changing>): void => setFields({ ...fields, ...more });
  const save = async (): Promise<void> => {
    setTried(true);
    if (focusUnread() || problems.length > 0) return;
    const result = await command.run({ id, change });
    if (!result.ok) return;
    showToast({ tone: 'good', title: 'Change accepted' });
    go(paths.recurringInvoice(id), { replace: true });
  };
  useCommands([
    {
      id: 'save',
      title: 'Save the change',
      group: 'This screen',
      shortcuts: ['Mod+Enter', 'Mod+S'],
      run: () => void save(),
    },
  ]);
  return { fields, patch, errorAt, change, problems, save, command };
}
