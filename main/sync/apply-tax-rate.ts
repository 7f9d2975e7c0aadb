// Writes tax rates as Stripe tells them.
import { adoptTaxRate, mirroredTaxRates, taxRateId } from '../store/mirror-facts.ts';
import type { StripeObject } from '../stripe/request.ts';
import { TaxRateSnapshot } from '../stripe/snapshots/catalogue.ts';
import { percentText } from './apply-catalogue.ts';
import { announce, type Batch, keep, understand } from './batch.ts';

export function applyTaxRate(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  const rate = understand(batch, TaxRateSnapshot, object);
  const { news } = keep(batch, object);
  if (!rate) return;
  const localId = rate.metadata['quittance_tax_rate'];
  if (localId !== undefined) adoptTaxRate(db, localId, rate.id);
  const written = mirroredTaxRates.upsert(db, {
    stripe_id: rate.id,
    id: rate.id,
    name: rate.display_name,
    percentage: percentText(rate.percentage),
    inclusive: rate.inclusive ? 1 : 0,
    country: rate.country,
    active: rate.active ? 1 : 0,
    created: rate.created,
  });
  if (news || written !== 'same') announce(batch, 'catalogue', taxRateId(db, rate.id) ?? rate.id);
}
