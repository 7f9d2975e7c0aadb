// The parameters of a report in its address: what was chosen can be gone back to, and a figure can lead to another report.
import type { CallInput } from '../../shared/contract/calls.ts';
import { REPORT_IDS, type ReportId } from '../../shared/domain/reports/catalogue.ts';

export type Parameters = CallInput<'reports.run'>['parameters'];

const TEXTS = ['from', 'to', 'asOf', 'currency', 'customer', 'only'] as const;

/**
 * Empty where nothing in particular is asked for. Percent signs would be decoded on the way, some of them once and some not at all:
 * a tilde stands for them, which a query never holds itself.
 */
export function toAddress(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const name of TEXTS) {
    const value = parameters[name];
    if (value !== null && value !== undefined) query.set(name, value);
  }
  if (parameters.account !== null && parameters.account !== undefined)
    query.set('account', String(parameters.account));
  if (parameters.basis === 'payment') query.set('basis', 'payment');
  return query.toString().replaceAll('%', '~');
}

/** What does not look like a parameter is left out: an address may be typed by anybody. */
export function fromAddress(address: string): Parameters {
  const query = new URLSearchParams(address.replaceAll('~', '%'));
  const given = TEXTS.flatMap((name) => {
    const value = query.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  const account = /^\d{1,9}$/.exec(query.get('account') ?? '')?.[0];
  return {
    ...Object.fromEntries(given),
    ...(account === undefined ? {} : { account: Number(account) }),
    basis: query.get('basis') === 'payment' ? 'payment' : 'invoice',
  };
}

export function reportIdOf(text: string | undefined): ReportId {
  return REPORT_IDS.find((id) => id === text) ?? 'aging';
}
