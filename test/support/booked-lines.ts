// The lines of the invoices of small worlds, and of their credit notes: two items and something written by hand.
type Fields = Readonly<Record<string, unknown>>;

/** Stripe's ids of what is sold in every world. */
export const WORLD_PRODUCTS = ['prod_service', 'prod_goods'] as const;

function soldLine(
  id: string,
  amount: number,
  { product, discount }: { readonly product: string | null; readonly discount: number },
): Fields {
  return {
    id,
    object: 'line_item',
    description: id,
    quantity: 1,
    amount,
    discount_amounts: discount === 0 ? [] : [{ amount: discount, discount: 'di_1' }],
    pricing: product === null ? null : { price_details: { price: `price_${product}`, product } },
  };
}

/** 60.00 of a service after a discount, 30.00 of goods, and 10.00 written by hand; all without tax. */
export function linesOf(name: string): readonly Fields[] {
  return [
    soldLine(`il_${name}_1`, 6_500, { product: WORLD_PRODUCTS[0], discount: 500 }),
    soldLine(`il_${name}_2`, 3_000, { product: WORLD_PRODUCTS[1], discount: 0 }),
    soldLine(`il_${name}_3`, 1_000, { product: null, discount: 0 }),
  ];
}

/** Of one line, of a line and something of its own, or of an amount alone. */
export function creditedLines(share: number, net: number, sold: readonly Fields[]): Fields {
  const credited = sold[share % 2]?.['id'];
  const line = {
    id: `cnli_${String(credited)}_${share}`,
    object: 'credit_note_line_item',
    amount: share % 3 === 1 ? net : Math.round(net / 3),
    discount_amounts: [],
    invoice_line_item: credited,
  };
  return { object: 'list', has_more: false, data: share % 3 === 0 ? [] : [line] };
}
