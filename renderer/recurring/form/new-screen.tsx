// Sets up a new recurring invoice: form left, what comes of it right.
import { useState } from 'react';
import { showFailure, useCall, useCommand, useConnection } from '../../data.ts';
import { NoAnswer } from '../../no-answer.tsx';
import { go, paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Page } from '../../ui/page.tsx';
import { CurrencyField } from '../../ui/region-fields.tsx';
import { focusUnread } from '../../ui/unread-field.ts';
import { showToast } from '../../ui/toast.tsx';
import { CollectionFields } from './collection-fields.tsx';
import { CustomerField } from './customer-field.tsx';
import { ExtraFields } from './extra-fields.tsx';
import {
  type Defaults,
  formProblems,
  type FormFields,
  isBlank,
  newFields,
  sentFields,
} from './form-state.ts';
import { LinesField } from './lines-field.tsx';
import { onSubmitKey } from './submit-key.ts';
import { OutcomePanel } from './outcome-panel.tsx';
import { ScheduleFields } from './schedule-fields.tsx';
import { useDebounced } from './use-debounced.ts';
import '../recurring.css';

const BACK = { label: 'Recurring invoices', href: paths.recurring };
const PAUSE_MS = 150;

export function NewRecurringScreen({ customerId }: { readonly customerId: string | null }) {
  const asking = useCall('settings.get', {});
  const settings = asking.data;
  if (settings === undefined)
    return (
      <Page title="New recurring invoice" back={BACK}>
        <NoAnswer to={asking} />
      </Page>
    );
  const { defaultCurrency, defaultTerms, defaultTaxRateIds } = settings.invoicing;
  return (
    <NewForm
      customerId={customerId}
      defaults={{ currency: defaultCurrency, terms: defaultTerms, taxRateIds: defaultTaxRateIds }}
    />
  );
}

interface NewFormProps {
  readonly customerId: string | null;
  readonly defaults: Defaults;
}

function NewForm(props: NewFormProps) {
  const { defaults } = props;
  const { fields, patch, errorAt, problems, review, begin, create } = useNewForm(props);
  const actions = (
    <>
      <Button onPress={() => go(paths.recurring)}>Cancel</Button>
      <Button variant="primary" isPending={create.isPending} onPress={() => void begin()}>
        Begin recurring invoice
      </Button>
    </>
  );
  return (
    <Page title="New recurring invoice" back={BACK} actions={actions}>
      <div className="recurring" role="presentation" onKeyDownCapture={onSubmitKey(() => void begin())}>
        <div className="recurring__main">
          <Card title="Customer">
            <div className="form-pair">
              <CustomerField
                customerId={fields.customerId}
                error={errorAt('customerId')}
                onChange={(id, currency) =>
                  patch({
                    customerId: id,
                    ...(currency !== null && fields.lines.every(isBlank) ? { currency } : {}),
                  })
                }
              />
              <CurrencyField
                label="Currency"
                value={fields.currency}
                error={errorAt('currency')}
                onChange={(currency) => {
                  if (currency !== null) patch({ currency });
                }}
              />
            </div>
          </Card>
          <LinesField
            fields={fields}
            defaultTaxRateIds={defaults.taxRateIds}
            errorAt={errorAt}
            onChange={(lines) => patch({ lines })}
          />
          <ScheduleFields {...fields} errorAt={errorAt} onChange={patch} />
          <CollectionFields
            collection={fields.collection}
            customerId={fields.customerId}
            defaultDays={defaults.terms}
            errorAt={errorAt}
            onChange={(collection) => patch({ collection })}
          />
          <ExtraFields fields={fields} errorAt={errorAt} onChange={patch} />
        </div>
        <OutcomePanel review={review.data} problems={problems} error={create.error} />
      </div>
    </Page>
  );
}

/** What stands in the form, what is wrong with it, and the click that begins it. */
function useNewForm({ customerId, defaults }: NewFormProps) {
  const [fields, setFields] = useState(() => newFields(defaults, customerId));
  const [hasTried, setTried] = useState(false);
  const { client } = useConnection();
  const create = useCommand('recurring.create', { failure: 'quiet' });
  const settled = useDebounced(fields, PAUSE_MS);
  const review = useCall('recurring.review', { fields: sentFields(settled) }, { keepPrevious: true });
  const problems = hasTried ? [...formProblems(fields.lines), ...(review.data?.findings ?? [])] : [];
  const errorAt = (path: string): string | undefined =>
    problems.find((problem) => problem.path === path)?.message;
  const patch = (more: Partial<FormFields>): void => setFields({ ...fields, ...more });
  const begin = async (): Promise<void> => {
    setTried(true);
    if (focusUnread() || formProblems(fields.lines).length > 0) return;
    const sent = sentFields(fields);
    // What is begun is judged as it stands now: the panel follows a moment behind the keys.
    const judged = await client('recurring.review', { fields: sent });
    if (!judged.ok) return showFailure(judged.error);
    const { findings, totals } = judged.value;
    if (findings.length > 0) return;
    const total = { amount: totals.total, currency: totals.currency };
    const result = await create.run({ fields: sent, total });
    if (!result.ok) return;
    showToast({
      tone: 'good',
      title: 'Recurring invoice accepted',
      detail: 'Stripe bills it by itself from now on',
    });
    go(paths.recurringInvoice(result.value.id), { replace: true });
  };
  useCommands([
    {
      id: 'begin-recurring',
      title: 'Begin recurring invoice',
      group: 'This screen',
      shortcuts: ['Mod+Enter', 'Mod+S'],
      run: () => void begin(),
    },
  ]);
  return { fields, patch, errorAt, problems, review, begin, create };
}
