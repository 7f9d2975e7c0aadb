// What a draft says beside its lines, as Stripe takes it.
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { bankTransferIn } from '../../shared/domain/bank-transfer.ts';
import { endOfDay } from '../../shared/domain/dates.ts';
import type { JsonObject } from '../stripe/request.ts';
import { couponsOf } from './plan-coupons.ts';

export interface ContentInput {
  readonly content: DraftContent;
  readonly timeZone: string;
  /** Of the business, two capital letters; null when Stripe does not say. */
  readonly country: string | null;
}

/** What is empty is left out. */
export function contentParams({ content, timeZone, country }: ContentInput): JsonObject {
  const terms: JsonObject =
    content.terms.kind === 'days'
      ? { days_until_due: content.terms.days }
      : { due_date: endOfDay(content.terms.date, timeZone) };
  const fields = customFields(content);
  return {
    collection_method: 'send_invoice',
    ...terms,
    auto_advance: false,
    // Empty on purpose: the customer's own discount at Stripe must not join in unseen.
    discounts: couponsOf([content.discount], content.currency, content.couponId),
    ...paymentSettings(content, country),
    ...(content.memo === '' ? {} : { description: content.memo }),
    ...(content.footer === '' ? {} : { footer: content.footer }),
    ...(fields.length === 0 ? {} : { custom_fields: fields }),
  };
}

/** Nothing leaves the ways to pay to what is set in Stripe's dashboard. */
function paymentSettings({ paymentMethods, currency }: DraftContent, country: string | null): JsonObject {
  if (paymentMethods.length === 0) return {};
  const transfer = paymentMethods.includes('customer_balance') ? bankTransferIn(currency, country) : null;
  const options: JsonObject =
    transfer === null
      ? {}
      : {
          payment_method_options: {
            customer_balance: { funding_type: 'bank_transfer', bank_transfer: { ...transfer } },
          },
        };
  return { payment_settings: { payment_method_types: paymentMethods, ...options } };
}

/** Stripe prints at most four; the PO number takes the first place. */
function customFields(content: DraftContent): { name: string; value: string }[] {
  const po = content.poNumber.trim();
  const own = content.customFields.filter(({ name, value }) => name.trim() !== '' && value.trim() !== '');
  return [...(po === '' ? [] : [{ name: 'PO number', value: po }]), ...own].slice(0, 4);
}
