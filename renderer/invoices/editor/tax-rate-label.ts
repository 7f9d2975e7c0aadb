// A tax rate in words.
import type { TaxRate } from '../../../shared/contract/settings.ts';
import { showDecimal } from '../../ui/decimal-field.tsx';

/** "VAT 19%", with "incl." when prices contain it. */
export function taxRateLabel(
  rate: Pick<TaxRate, 'name' | 'percentage' | 'inclusive'>,
  locale: string,
): string {
  return `${rate.name} ${showDecimal(rate.percentage, locale)}%${rate.inclusive ? ' incl.' : ''}`;
}
