// A postal address as a few lines of text.
import type { Address } from '../../shared/contract/customers.ts';

/** The country by its name in the language of `locale`; empty where nothing is known. */
export function addressOf(address: Address | null, locale: string): string {
  if (!address) return '';
  return [
    address.line1,
    address.line2,
    [address.postalCode, address.city].filter((part) => part.trim() !== '').join(' '),
    address.state,
    address.country === null ? '' : (countries(locale).of(address.country) ?? ''),
  ]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function countries(locale: string): Intl.DisplayNames {
  return new Intl.DisplayNames([locale], { type: 'region' });
}
