// Of a period that ends before it begins no report is made: its figures would be of nothing.
import type { ReportParameters } from '../../../shared/contract/reports.ts';
import { REVERSED_WORDS } from '../../../shared/domain/dates.ts';
import type { ReportId } from '../../../shared/domain/reports/catalogue.ts';
import { asksReversed } from '../../../shared/domain/reports/parameters.ts';
import { invalidInput } from '../../refusal.ts';

/** Refuses as the calls about reports name the field. */
export function refuseReversed(id: ReportId, parameters: ReportParameters): void {
  if (asksReversed(id, parameters)) throw invalidInput('parameters.from', REVERSED_WORDS);
}
