// What a business can say to a dispute: texts, and files that were uploaded before.
import { refuse } from '../../api/failure.ts';
import { clearable, list, object, optional, text } from '../../api/params.ts';
import type { Dispute } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { changedEnhanced, enhancedEvidenceRule } from './compelling-evidence.ts';

export const noEvidence: Dispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

const evidenceText = clearable(text(20_000));
const textFields = {
  access_activity_log: evidenceText,
  billing_address: evidenceText,
  cancellation_policy_disclosure: evidenceText,
  cancellation_rebuttal: evidenceText,
  customer_email_address: evidenceText,
  customer_name: evidenceText,
  customer_purchase_ip: evidenceText,
  duplicate_charge_explanation: evidenceText,
  duplicate_charge_id: evidenceText,
  product_description: evidenceText,
  refund_policy_disclosure: evidenceText,
  refund_refusal_explanation: evidenceText,
  service_date: evidenceText,
  shipping_address: evidenceText,
  shipping_carrier: evidenceText,
  shipping_date: evidenceText,
  shipping_tracking_number: evidenceText,
  uncategorized_text: evidenceText,
};
const fileId = clearable(text());
const fileFields = {
  cancellation_policy: fileId,
  customer_communication: fileId,
  customer_signature: fileId,
  duplicate_charge_documentation: fileId,
  receipt: fileId,
  refund_policy: fileId,
  service_documentation: fileId,
  shipping_documentation: fileId,
  uncategorized_file: fileId,
};
const appeal = object({
  card: clearable(object({ reason_for_filing: evidenceText, supporting_files: optional(list(text(), 10)) })),
});
const otherFields = { appeal: clearable(appeal), enhanced_evidence: clearable(enhancedEvidenceRule) };
export const evidenceRule = object({ ...textFields, ...fileFields, ...otherFields });
export type EvidenceParams = ReturnType<typeof evidenceRule.read>;

/** SDK Disputes.d.ts: for all fields together. */
const MOST_CHARACTERS = 150_000;
/** docs.stripe.com/disputes/responding: for all files together. */
const MOST_BYTES = 4_718_592;

function namesOf<T extends object>(fields: T): readonly (keyof T)[] {
  // Object.keys forgets the names that the table states.
  return Object.keys(fields) as (keyof T)[];
}
const textNames = namesOf(textFields);
const fileNames = namesOf(fileFields);

function refuseTooMuch(world: World, evidence: Dispute['evidence']): void {
  const characters = textNames.reduce((sum, name) => sum + (evidence[name]?.length ?? 0), 0);
  if (characters > MOST_CHARACTERS)
    throw refuse(
      `The combined character count of all evidence fields is limited to ${MOST_CHARACTERS.toLocaleString('en')}.`,
      { param: 'evidence' },
    );
  const bytes = fileNames.reduce((sum, name) => {
    const id = evidence[name];
    return id === null ? sum : sum + world.get('file', id).size;
  }, 0);
  if (bytes > MOST_BYTES)
    throw refuse('The combined size of all evidence files is limited to 4.5 MB.', { param: 'evidence' });
}

function refuseUnfitFile(world: World, id: string, param: string): void {
  const file = world.get('file', id, param);
  if (file.purpose !== 'dispute_evidence')
    throw refuse(`The file ${id} has the purpose ${file.purpose}; it must be dispute_evidence.`, { param });
}

function changedAppeal(
  existing: Dispute['evidence']['appeal'],
  sent: EvidenceParams['appeal'],
): Dispute['evidence']['appeal'] {
  if (sent === undefined) return existing;
  if (sent === null) return null;
  const { reason_for_filing: reason, supporting_files: files } = sent.card ?? {};
  return {
    card: {
      ...existing?.card,
      ...(typeof reason === 'string' ? { reason_for_filing: reason } : {}),
      ...(files === undefined ? {} : { supporting_files: files }),
    },
  };
}

/** Only what was sent changes; null clears. */
export function changedEvidence(
  world: World,
  existing: Dispute['evidence'],
  sent: EvidenceParams,
): Dispute['evidence'] {
  const changes: Record<string, string | null> = {};
  for (const name of textNames) if (sent[name] !== undefined) changes[name] = sent[name];
  for (const name of fileNames) {
    const id = sent[name];
    if (id === undefined) continue;
    if (id !== null) refuseUnfitFile(world, id, `evidence[${name}]`);
    changes[name] = id;
  }
  for (const id of sent.appeal?.card?.supporting_files ?? [])
    refuseUnfitFile(world, id, 'evidence[appeal][card][supporting_files]');
  const appealed = changedAppeal(existing.appeal, sent.appeal);
  const evidence = {
    ...existing,
    ...changes,
    ...(appealed === undefined ? {} : { appeal: appealed }),
    enhanced_evidence: changedEnhanced(world, existing.enhanced_evidence, sent.enhanced_evidence),
  };
  refuseTooMuch(world, evidence);
  return evidence;
}

export function hasEvidence(evidence: Dispute['evidence']): boolean {
  if (evidence.enhanced_evidence.visa_compelling_evidence_3 !== undefined) return true;
  return Object.values(evidence).some((value) => typeof value === 'string');
}
