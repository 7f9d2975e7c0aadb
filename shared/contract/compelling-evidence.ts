// What a page and the program tell each other of an answer by Visa Compelling Evidence 3.0.
import { z } from 'zod';
import { COMPELLING_IDENTIFIERS, GOODS, PRIORS_NEEDED } from '../domain/compelling-evidence.ts';
import { Amount, CalendarDay, Currency, Id } from './common.ts';
import { Address } from './customers.ts';

/** Longer than what Stripe takes, so that what is too long is refused with its reason. */
const WRITTEN = z.string().max(200_000);

/** A value counts only where it is the same for the disputed payment and the earlier ones, so it is asked for once. */
export const CompellingAnswer = z.object({
  goods: z.enum(GOODS).nullable(),
  /** What was sold with the disputed payment. */
  description: WRITTEN,
  identifiers: z.record(z.enum(COMPELLING_IDENTIFIERS), WRITTEN.trim()),
  shippedTo: Address,
  /** What was sold with each of the earlier payments, by Stripe's id of the charge. */
  priors: z.array(z.object({ chargeId: Id, description: WRITTEN })).max(PRIORS_NEEDED),
});
export type CompellingAnswer = z.infer<typeof CompellingAnswer>;

/** What the books know of a payment; empty where they know nothing. */
const Known = z.object({ description: z.string(), email: z.string(), shippedTo: Address.nullable() });
export type KnownPayment = z.infer<typeof Known>;

export const CompellingPart = z.object({
  /** How it stands, in words; `actions` is what is left to do, each a sentence. */
  tone: z.enum(['good', 'info', 'warning']),
  title: z.string(),
  text: z.string(),
  actions: z.array(z.string()),
  answer: CompellingAnswer,
  /** Why Stripe or the bank would not take a field, in words; `field` is an identifier, a part of the address such as `shippedTo.city`, or `priors`. */
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  disputed: Known,
  /** Earlier payments that qualify, newest first. */
  candidates: z.array(
    Known.extend({
      chargeId: Id,
      date: CalendarDay,
      number: z.string().nullable(),
      currency: Currency,
      amount: Amount,
    }),
  ),
  /** All that it says, for reading. */
  said: z.array(z.object({ name: z.string(), text: z.string() })),
});
export type CompellingPart = z.infer<typeof CompellingPart>;
