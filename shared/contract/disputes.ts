// Calls about disputes: the list, one with its answer, and what is said to the bank.
import { z } from 'zod';
import { DISPUTE_STANDINGS } from '../domain/disputes.ts';
import { EVIDENCE_FILES, EVIDENCE_TEXTS } from '../domain/evidence.ts';
import { CompellingAnswer, CompellingPart } from './compelling-evidence.ts';
import { command, query } from './define.ts';
import {
  Accepted,
  Amount,
  CalendarDay,
  CommandId,
  Currency,
  Direction,
  Id,
  Money,
  Nothing,
  Page,
  TimelineEntry,
  UnixSeconds,
} from './common.ts';

export const DisputeRow = z.object({
  id: Id,
  date: CalendarDay,
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  customerId: Id.nullable(),
  customerName: z.string(),
  standing: z.enum(DISPUTE_STANDINGS),
  /** Stripe's word. */
  status: z.string(),
  /** Stripe's word, such as `product_not_received`. */
  reason: z.string(),
  currency: Currency,
  amount: Amount,
  /** What Stripe holds back or has taken for good, in the currency of the account; null before it took anything. */
  withheld: Money.nullable(),
  fee: Money.nullable(),
  /** The last moment to answer; null when the bank takes no answer. */
  dueBy: UnixSeconds.nullable(),
  /** Calendar days until then: 0 is today, negative is past. */
  daysLeft: z.int().nullable(),
  cursor: z.string(),
});
export type DisputeRow = z.infer<typeof DisputeRow>;

/** A movement of Stripe's balance for the dispute. */
const DisputeMove = z.object({
  id: Id,
  date: CalendarDay,
  /** `fee`: taken or given back apart from the money. */
  kind: z.enum(['withdrawn', 'returned', 'fee']),
  currency: Currency,
  gross: Amount,
  fee: Amount,
  net: Amount,
});

export const EvidenceTextName = z.enum(EVIDENCE_TEXTS);
export const EvidenceFileName = z.enum(EVIDENCE_FILES);

const Answer = z.object({
  /** Why nothing can be written or sent, in words; null when it can. */
  refusal: z.string().nullable(),
  texts: z.array(
    z.object({
      field: EvidenceTextName,
      text: z.string(),
      /** What the books know; empty where they know nothing. */
      suggestion: z.string(),
    }),
  ),
  files: z.array(
    z.object({
      field: EvidenceFileName,
      /** Null while nothing is attached. `size` is bytes, null where only Stripe knows the file. */
      file: z.object({ name: z.string(), size: z.int().nullable(), atStripe: z.boolean() }).nullable(),
    }),
  ),
  /** Whether something here differs from what Stripe has. */
  isChanged: z.boolean(),
  isEmpty: z.boolean(),
  /** Which special way to answer Stripe sees, in a few words; null where the question does not arise. */
  eligibility: z.string().nullable(),
  /** By Visa Compelling Evidence 3.0; null for a dispute that is not open to it. */
  compelling: CompellingPart.nullable(),
});

export const DisputeDetail = DisputeRow.omit({ cursor: true }).extend({
  chargeId: Id,
  paymentId: Id.nullable(),
  /** The card network's own code for the reason. */
  networkReason: z.string().nullable(),
  /** Whether the payment can still be refunded, which settles an inquiry. */
  isRefundable: z.boolean(),
  hasEvidence: z.boolean(),
  /** How often evidence was submitted to the bank. */
  submissions: z.int(),
  /** Whether the bank got the answer after the last day. */
  wasLate: z.boolean(),
  invoices: z.array(z.object({ id: Id, number: z.string().nullable() })),
  moves: z.array(DisputeMove),
  answer: Answer,
  actions: z.array(z.enum(['stage', 'submit', 'accept'])),
  /** Work on it that is not finished. */
  operations: z.array(Id),
  timeline: z.array(TimelineEntry),
});
export type DisputeDetail = z.infer<typeof DisputeDetail>;

const Search = z.string().max(200).optional();
/** Longer than what Stripe takes, so that what is too long is refused with its reason. */
const WRITTEN = z.string().max(200_000);
const UPLOADED = z.string().max(14_000_000);

export const disputeCalls = {
  'disputes.list': query(
    z.object({
      search: Search,
      status: z.string().max(40).optional(),
      direction: Direction.default('desc'),
      page: Page,
    }),
    z.object({ rows: z.array(DisputeRow) }),
  ),
  /** Counts and sums by standing. */
  'disputes.counts': query(
    z.object({ search: Search }),
    z.object({ statuses: z.array(z.object({ status: z.string(), count: z.int(), sum: z.array(Money) })) }),
  ),
  'disputes.get': query(z.object({ id: Id }), DisputeDetail),
  /** Keeps texts of the answer here; what is not named stays. Compelling evidence is kept as a whole. */
  'disputes.write': command(
    z.object({
      id: Id,
      texts: z.partialRecord(EvidenceTextName, WRITTEN),
      compelling: CompellingAnswer.optional(),
    }),
    Nothing,
  ),
  /** Keeps a file here, checked by its bytes, in the place of what was attached there. */
  'disputes.attach': command(
    z.object({
      commandId: CommandId,
      id: Id,
      field: EvidenceFileName,
      name: z.string().trim().min(1).max(200),
      base64: UPLOADED,
    }),
    Nothing,
  ),
  /** Attaches our own document of one of the invoices. */
  'disputes.attachInvoice': command(
    z.object({ commandId: CommandId, id: Id, field: EvidenceFileName, invoiceId: Id }),
    Nothing,
  ),
  'disputes.detach': command(z.object({ commandId: CommandId, id: Id, field: EvidenceFileName }), Nothing),
  /** Saves the answer at Stripe without showing it to the bank; may be repeated. */
  'disputes.stage': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  /** Submits the answer to the bank, which is possible once. */
  'disputes.submit': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  /** Gives in: the dispute is lost for good. */
  'disputes.accept': command(z.object({ commandId: CommandId, id: Id }), Accepted),
} as const;
