// What the books know that can be said in answer to a dispute: who the customer is and what was sold. Pure.
import type { EvidenceText } from '../../../shared/domain/evidence.ts';
import { TEXT_LIMIT } from '../../../shared/domain/evidence.ts';
import { addressOf } from '../address-text.ts';
import type { PrintedInvoice } from '../printed-invoice.ts';

/** From the invoice that was paid; nothing is suggested without one. */
export function suggestedTexts(
  invoice: PrintedInvoice | null,
  locale: string,
): Readonly<Partial<Record<EvidenceText, string>>> {
  if (!invoice) return {};
  const { buyer, lines } = invoice;
  return {
    customer_name: buyer.name,
    customer_email_address: buyer.email,
    billing_address: isCountryAlone(buyer.address) ? '' : addressOf(buyer.address, locale),
    product_description: lines
      .map(({ description }) => description.trim())
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, TEXT_LIMIT),
  };
}

/** Most customers begin with the country of the business, which is no address. */
function isCountryAlone(address: PrintedInvoice['buyer']['address']): boolean {
  return Object.entries(address ?? {}).every(([part, text]) => part === 'country' || text === '');
}
