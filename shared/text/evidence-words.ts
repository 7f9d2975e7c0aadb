// The fields of an answer to a dispute in words: what each is called and what to put there.
import type { EvidenceFile, EvidenceText } from '../domain/evidence.ts';

export interface FieldWords {
  readonly label: string;
  /** Empty where the label says it all. */
  readonly hint: string;
  /** A text of one line. */
  readonly isShort?: boolean;
}

const TEXTS: Readonly<Record<EvidenceText, FieldWords>> = {
  product_description: { label: 'What was sold', hint: 'The goods or the work, as the customer knows them' },
  customer_name: { label: 'Customer’s name', hint: '', isShort: true },
  customer_email_address: { label: 'Customer’s e-mail address', hint: '', isShort: true },
  billing_address: { label: 'Billing address', hint: 'As the customer gave it' },
  customer_purchase_ip: { label: 'IP address of the purchase', hint: '', isShort: true },
  access_activity_log: {
    label: 'Use of a digital product',
    hint: 'Log lines with times that show that the customer used or downloaded it',
  },
  service_date: { label: 'Date of the service', hint: 'When it was done or began', isShort: true },
  shipping_date: { label: 'Shipped on', hint: '', isShort: true },
  shipping_carrier: { label: 'Carrier', hint: 'Several with commas between them', isShort: true },
  shipping_tracking_number: { label: 'Tracking number', hint: '', isShort: true },
  shipping_address: { label: 'Shipped to', hint: 'The whole address' },
  duplicate_charge_id: {
    label: 'The other payment',
    hint: 'Stripe’s id of the charge that looks the same',
    isShort: true,
  },
  duplicate_charge_explanation: {
    label: 'How the two payments differ',
    hint: 'What each of them was for',
  },
  refund_policy_disclosure: {
    label: 'How the customer was shown the refund policy',
    hint: 'When and where, before they paid',
  },
  refund_refusal_explanation: { label: 'Why no refund is due', hint: '' },
  cancellation_policy_disclosure: {
    label: 'How the customer was shown the cancellation policy',
    hint: 'When and where, before they paid',
  },
  cancellation_rebuttal: { label: 'Why the subscription was not cancelled', hint: '' },
  uncategorized_text: {
    label: 'Anything else',
    hint: 'The case in a few sentences, in the order in which it happened',
  },
  appeal_reason: {
    label: 'Why the decision should be changed',
    hint: 'What is new since the bank decided',
  },
};

const FILES: Readonly<Record<EvidenceFile, FieldWords>> = {
  receipt: { label: 'Invoice or receipt', hint: 'What the customer was sent' },
  customer_communication: { label: 'Letters and e-mails', hint: 'What you and the customer wrote' },
  customer_signature: { label: 'Customer’s signature', hint: 'A contract or order that they signed' },
  service_documentation: { label: 'Proof of the service', hint: 'A report or acceptance of the work' },
  shipping_documentation: { label: 'Proof of delivery', hint: 'A delivery note or the carrier’s receipt' },
  duplicate_charge_documentation: {
    label: 'Papers of the other payment',
    hint: 'Its own invoice or receipt',
  },
  refund_policy: { label: 'Refund policy', hint: 'As it was shown to the customer' },
  cancellation_policy: { label: 'Cancellation policy', hint: 'As it was shown to the customer' },
  uncategorized_file: { label: 'Anything else', hint: '' },
  appeal_document: { label: 'Document for the appeal', hint: 'What the bank has not seen yet' },
};

export function textWords(field: EvidenceText): FieldWords {
  return TEXTS[field];
}

export function fileWords(field: EvidenceFile): FieldWords {
  return FILES[field];
}
