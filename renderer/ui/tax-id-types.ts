// The kinds of tax numbers in words, and the one that a business most likely has.
import { TAX_ID_TYPES } from '../../shared/domain/tax-id-types.ts';
import type { Option } from './select.tsx';

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** "Norway – VAT". */
export function taxIdTypeName(type: string, locale: string): string {
  const [country = '', ...rest] = type.split('_');
  const region = /^[a-z]{2}$/.test(country)
    ? new Intl.DisplayNames(locale, { type: 'region' }).of(country.toUpperCase())
    : country;
  return `${region ?? country} – ${rest.join(' ').toUpperCase()}`;
}

export function taxIdTypeOptions(locale: string): readonly Option<string>[] {
  return TAX_ID_TYPES.map((id) => ({ id, label: taxIdTypeName(id, locale) })).toSorted((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}

/** The kind that a business in a country most likely has. */
export function usualTaxIdType(country: string | null): string {
  if (country === null || EU.includes(country)) return 'eu_vat';
  return TAX_ID_TYPES.find((type) => type.startsWith(`${country.toLowerCase()}_`)) ?? 'eu_vat';
}
