// What can be said to a bank in a dispute: the texts and files that Stripe takes, which of them fit a reason, and their limits. Pure.
import { isAppeal } from './disputes.ts';

/** By Stripe's names (SDK Disputes.d.ts, `Evidence`); `appeal_reason` stands for `appeal.card.reason_for_filing`. */
export const EVIDENCE_TEXTS = [
  'product_description',
  'customer_name',
  'customer_email_address',
  'billing_address',
  'customer_purchase_ip',
  'access_activity_log',
  'service_date',
  'shipping_date',
  'shipping_carrier',
  'shipping_tracking_number',
  'shipping_address',
  'duplicate_charge_id',
  'duplicate_charge_explanation',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'uncategorized_text',
  'appeal_reason',
] as const;
export type EvidenceText = (typeof EVIDENCE_TEXTS)[number];

/** `appeal_document` stands for the one file of `appeal.card.supporting_files`. */
export const EVIDENCE_FILES = [
  'receipt',
  'customer_communication',
  'customer_signature',
  'service_documentation',
  'shipping_documentation',
  'duplicate_charge_documentation',
  'refund_policy',
  'cancellation_policy',
  'uncategorized_file',
  'appeal_document',
] as const;
export type EvidenceFile = (typeof EVIDENCE_FILES)[number];

export interface EvidenceFields {
  readonly texts: readonly EvidenceText[];
  readonly files: readonly EvidenceFile[];
}

const WHO: readonly EvidenceText[] = ['customer_name', 'customer_email_address', 'billing_address'];
const SHIPPING: readonly EvidenceText[] = [
  'shipping_date',
  'shipping_carrier',
  'shipping_tracking_number',
  'shipping_address',
];
const REFUND: readonly EvidenceText[] = ['refund_policy_disclosure', 'refund_refusal_explanation'];
const CANCELLATION: readonly EvidenceText[] = ['cancellation_policy_disclosure', 'cancellation_rebuttal'];

/** What wins a case of each reason (docs.stripe.com/disputes/reason-codes-defense-requirements), the strongest first. */
const BY_REASON: Readonly<Record<string, EvidenceFields>> = {
  fraudulent: {
    texts: [...WHO, 'customer_purchase_ip', 'access_activity_log', 'service_date', ...SHIPPING],
    files: [
      'customer_signature',
      'customer_communication',
      'service_documentation',
      'shipping_documentation',
    ],
  },
  product_not_received: {
    texts: ['service_date', ...SHIPPING, ...WHO, 'access_activity_log'],
    files: [
      'service_documentation',
      'shipping_documentation',
      'customer_communication',
      'customer_signature',
    ],
  },
  product_unacceptable: {
    texts: ['service_date', ...REFUND, ...WHO],
    files: ['service_documentation', 'customer_communication', 'refund_policy', 'shipping_documentation'],
  },
  duplicate: {
    texts: ['duplicate_charge_id', 'duplicate_charge_explanation', ...WHO],
    files: ['duplicate_charge_documentation', 'service_documentation', 'customer_communication'],
  },
  subscription_canceled: {
    texts: [...CANCELLATION, 'service_date', ...WHO],
    files: ['cancellation_policy', 'customer_communication', 'service_documentation'],
  },
  credit_not_processed: {
    texts: [...REFUND, ...CANCELLATION, ...WHO],
    files: ['refund_policy', 'cancellation_policy', 'customer_communication'],
  },
};

const ANY_REASON: EvidenceFields = {
  texts: [...WHO, 'service_date', ...REFUND],
  files: ['customer_communication', 'customer_signature', 'service_documentation'],
};

/** All that an appeal consists of. */
export const APPEAL: EvidenceFields = { texts: ['appeal_reason'], files: ['appeal_document'] };

/** The fields to fill for a dispute; `status` and `reason` are Stripe's words. */
export function evidenceFields(reason: string, status: string): EvidenceFields {
  if (isAppeal(status)) return APPEAL;
  const { texts, files } = (Object.hasOwn(BY_REASON, reason) ? BY_REASON[reason] : undefined) ?? ANY_REASON;
  return {
    texts: ['product_description', ...texts, 'uncategorized_text'],
    files: ['receipt', ...files, 'uncategorized_file'],
  };
}

/** Characters of one text (docs.stripe.com/api/disputes/evidence_object), and of all together (SDK Disputes.d.ts). */
export const TEXT_LIMIT = 20_000;
export const ALL_TEXTS_LIMIT = 150_000;
/** Bytes of all files together, 4.5 MB (docs.stripe.com/disputes/responding). */
export const FILES_LIMIT = 4_718_592;

export const EVIDENCE_KINDS = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface EvidenceProblem {
  readonly field: string;
  readonly message: string;
}

/** The first text that Stripe would not take, if any. */
export function textProblem(texts: Readonly<Record<string, string>>): EvidenceProblem | null {
  const entries = Object.entries(texts);
  const long = entries.find(([, text]) => text.length > TEXT_LIMIT);
  if (long)
    return {
      field: long[0],
      message: `Stripe takes at most ${TEXT_LIMIT.toLocaleString('en')} characters here.`,
    };
  const all = entries.reduce((sum, [, text]) => sum + text.length, 0);
  return all > ALL_TEXTS_LIMIT
    ? {
        field: entries.at(-1)?.[0] ?? '',
        message: `Stripe takes at most ${ALL_TEXTS_LIMIT.toLocaleString('en')} characters in all texts together.`,
      }
    : null;
}

/** Why a file cannot be added, in words; null when it can. `kind` is told by its bytes; `others` is what is attached elsewhere. */
export function fileRefusal(kind: EvidenceKind | null, bytes: number, others: number): string | null {
  if (kind === null) return 'The file must be a whole PDF, JPEG or PNG.';
  if (bytes > FILES_LIMIT) return 'The file is larger than 4.5 MB, the most that Stripe takes.';
  return bytes + others > FILES_LIMIT
    ? 'All files together would be larger than 4.5 MB, the most that Stripe takes.'
    : null;
}
