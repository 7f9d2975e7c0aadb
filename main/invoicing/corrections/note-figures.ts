// The figures of a credit note, verbatim from Stripe's JSON: of one that was issued and of a preview alike. Pure.
import { z } from 'zod';
import type { CallOutput } from '../../../shared/contract/calls.ts';

const Tax = z.object({
  amount: z.int(),
  tax_behavior: z.string().nullish(),
  tax_rate_details: z.object({ tax_rate: z.string() }).nullish(),
});

const Note = z.object({
  total: z.int(),
  total_excluding_tax: z.int().nullish(),
  total_taxes: z.array(Tax).nullish(),
  pre_payment_amount: z.int(),
  post_payment_amount: z.int(),
  lines: z.object({
    data: z.array(
      z.object({
        description: z.string().nullish(),
        quantity: z.int().nullish(),
        amount: z.int(),
        discount_amount: z.int().nullish(),
        taxes: z.array(Tax).nullish(),
      }),
    ),
  }),
});

export type NoteFigures = Pick<CallOutput<'creditNotes.quote'>, 'total' | 'lines' | 'net' | 'taxes'> & {
  readonly pre: number;
  readonly post: number;
};

/** `labels` names tax rates by Stripe's ids. Null when it is not as Stripe says it is. */
export function noteFigures(json: unknown, labels: ReadonlyMap<string, string>): NoteFigures | null {
  const { data: note } = Note.safeParse(json);
  if (!note) return null;
  const taxOf = (tax: z.infer<typeof Tax>): NoteFigures['taxes'][number] => ({
    label: labels.get(tax.tax_rate_details?.tax_rate ?? '') ?? 'Tax',
    amount: tax.amount,
    inclusive: tax.tax_behavior === 'inclusive',
  });
  const taxes = (note.total_taxes ?? []).map(taxOf);
  return {
    total: note.total,
    pre: note.pre_payment_amount,
    post: note.post_payment_amount,
    net: note.total_excluding_tax ?? note.total - taxes.reduce((sum, { amount }) => sum + amount, 0),
    taxes,
    lines: note.lines.data.map((line) => ({
      description: line.description ?? '',
      quantity: line.quantity ?? null,
      amount: line.amount,
      discount: line.discount_amount ?? 0,
      taxes: (line.taxes ?? []).map(taxOf),
    })),
  };
}
