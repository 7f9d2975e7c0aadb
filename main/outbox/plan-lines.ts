// The lines of a draft as Stripe takes them: of the catalogue by its price or its item, else written freely.
import type { DraftContent, DraftLine } from '../../shared/contract/drafts.ts';
import type { Json, JsonObject } from '../stripe/request.ts';
import { couponsOf } from './plan-coupons.ts';
import type { PlannedStep, StepIntent } from './step.ts';
import { stepMark } from './step.ts';

/** Stripe names no limit for one call: few enough for any that it may have. */
const LINES_PER_CALL = 20;

/** How a line of the catalogue is billed: by a price of it as it stands, or at an amount of its own that counts to the item. */
export type PricedAs =
  | { readonly kind: 'price'; readonly priceId: string }
  | { readonly kind: 'item'; readonly itemId: string };

/** By the id of the line; one that is not in it is written freely. */
export type PricedLines = ReadonlyMap<string, PricedAs>;

export interface LinesPlanInput {
  readonly operationId: string;
  readonly invoiceId: string;
  readonly content: Pick<DraftContent, 'lines' | 'currency'>;
  readonly priced: PricedLines;
}

/** `position` is the place of the first of these steps in their operation. */
export function planLines(input: LinesPlanInput, position: number): PlannedStep[] {
  const steps: PlannedStep[] = [];
  for (let from = 0; from < input.content.lines.length; from += LINES_PER_CALL)
    steps.push(addLines(input, from, position + steps.length));
  return steps;
}

function addLines(
  { operationId, invoiceId, content, priced }: LinesPlanInput,
  from: number,
  position: number,
): PlannedStep {
  const lines = content.lines.slice(from, from + LINES_PER_CALL);
  const mark = stepMark(operationId, position);
  const intent: StepIntent = {
    operation: 'invoices.addLines',
    target: { $ref: 'invoice', id: invoiceId },
    params: {
      lines: lines.map((line) => lineParams(line, content.currency, priced.get(line.id) ?? null, mark)),
    },
    expectTotal: null,
  };
  return { title: lines.length === 1 ? 'Add the line' : `Add ${lines.length} lines`, intent };
}

function lineParams(line: DraftLine, currency: string, priced: PricedAs | null, mark: string): JsonObject {
  const whole = /^\d{1,9}$/.test(line.quantity);
  return {
    description: line.description,
    ...(whole ? { quantity: Number(line.quantity) } : { quantity_decimal: line.quantity }),
    ...priceParams(line, currency, priced),
    // An empty list would be dropped on the wire; an empty text says "none" and keeps default rates away.
    tax_rates:
      line.taxRateIds.length === 0 ? '' : line.taxRateIds.map((id): Json => ({ $ref: 'tax-rate', id })),
    discounts: couponsOf([line.discount], currency),
    metadata: { quittance_line: line.id, quittance_operation: mark },
  };
}

function priceParams(line: DraftLine, currency: string, priced: PricedAs | null): JsonObject {
  if (priced?.kind === 'price') return { pricing: { price: { $ref: 'price', id: priced.priceId } } };
  const product: JsonObject =
    priced === null
      ? { product_data: { name: line.description.slice(0, 250) } }
      : { product: { $ref: 'item', id: priced.itemId } };
  return { price_data: { currency, unit_amount_decimal: line.unitAmountDecimal, ...product } };
}
