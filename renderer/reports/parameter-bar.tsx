// What a report is asked for: period or day, customer, account, currency, basis. Only what the report takes is shown.
import type { ReactNode } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { isReversed, REVERSED_WORDS } from '../../shared/domain/dates.ts';
import { type ParameterName, type ReportId, REPORTS } from '../../shared/domain/reports/catalogue.ts';
import { CustomerFilter, useCustomerName } from '../customers/customer-filter.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { DAYS, dayOf, nameOfDay, nameOfPeriod, PERIODS, periodOf } from './presets.ts';
import type { Parameters } from './report-parameters.ts';

type Choices = CallOutput<'reports.choices'>;

export interface ParameterBarProps {
  readonly id: ReportId;
  readonly parameters: Parameters;
  readonly choices: Choices;
  readonly onChange: (parameters: Parameters) => void;
}

type PartProps = Omit<ParameterBarProps, 'id'>;

const PARTS: Readonly<Record<ParameterName, (props: PartProps) => ReactNode>> = {
  period: PeriodPart,
  'as-of': DayPart,
  basis: BasisPart,
  customer: CustomerPart,
  account: AccountPart,
  currency: CurrencyPart,
};

export function ParameterBar({ id, ...props }: ParameterBarProps) {
  return (
    <div className="report__parameters" role="group" aria-label="What the report is about">
      {REPORTS[id].takes.map((name) => {
        const Part = PARTS[name];
        return <Part key={name} {...props} />;
      })}
    </div>
  );
}

function PeriodPart({ parameters, choices: { today }, onChange }: PartProps) {
  const { from = null, to = null } = parameters;
  return (
    <>
      <Select
        label="Period"
        options={PERIODS}
        value={nameOfPeriod({ from, to }, today)}
        onChange={(name) => {
          const period = periodOf(name, today);
          if (period) onChange({ ...parameters, ...period });
        }}
      />
      <DateField
        label="From"
        value={from}
        onChange={(day) => onChange({ ...parameters, from: day })}
        {...(isReversed({ from, to }) ? { error: REVERSED_WORDS } : {})}
      />
      <DateField label="To" value={to} onChange={(day) => onChange({ ...parameters, to: day })} />
    </>
  );
}

function DayPart({ parameters, choices: { today }, onChange }: PartProps) {
  const { asOf = null } = parameters;
  return (
    <>
      <Select
        label="As of"
        options={DAYS}
        value={nameOfDay(asOf, today)}
        onChange={(name) => {
          if (name !== 'custom') onChange({ ...parameters, asOf: dayOf(name, today) });
        }}
      />
      <DateField
        label="Day"
        value={asOf ?? today}
        onChange={(day) => onChange({ ...parameters, asOf: day === today ? null : day })}
      />
    </>
  );
}

function BasisPart({ parameters, onChange }: PartProps) {
  return (
    <Segmented
      label="Counted when"
      segments={[
        { id: 'invoice', label: 'Invoiced' },
        { id: 'payment', label: 'Paid' },
      ]}
      value={parameters.basis ?? 'invoice'}
      onChange={(basis) => onChange({ ...parameters, basis })}
    />
  );
}

function CustomerPart({ parameters, onChange }: PartProps) {
  const { customer = null } = parameters;
  const name = useCustomerName(customer ?? undefined);
  // The field begins with the name, so it waits for it.
  return (
    <CustomerFilter
      key={name ?? ''}
      id={customer}
      name={name ?? ''}
      onChange={(next) => onChange({ ...parameters, customer: next })}
    />
  );
}

const ALL = 'all';

function AccountPart({ parameters, choices, onChange }: PartProps) {
  const options = choices.accounts.map(({ account, number, name }) => ({
    id: `${account}`,
    label: `${number} ${name}`,
  }));
  return (
    <Select
      label="Account"
      options={[{ id: ALL, label: 'All accounts' }, ...options]}
      value={String(parameters.account ?? ALL)}
      onChange={(next) => onChange({ ...parameters, account: next === ALL ? null : Number(next) })}
    />
  );
}

function CurrencyPart({ parameters, choices, onChange }: PartProps) {
  if (choices.currencies.length < 2) return null;
  const options = choices.currencies.map((currency) => ({ id: currency, label: currency.toUpperCase() }));
  return (
    <Select
      label="Currency"
      options={[{ id: ALL, label: 'All' }, ...options]}
      value={parameters.currency ?? ALL}
      onChange={(next) => onChange({ ...parameters, currency: next === ALL ? null : next })}
    />
  );
}
