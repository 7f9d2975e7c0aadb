// What Stripe would not take of an answer by Visa Compelling Evidence 3.0, told before it is sent. Pure.
import { z } from 'zod';
import type { CompellingAnswer } from '../../../shared/contract/compelling-evidence.ts';
import { hasAddress } from '../../../shared/domain/compelling-evidence.ts';

export interface CompellingProblem {
  /** An identifier by Stripe's name, or a part of `shippedTo`, such as `shippedTo.city`. */
  readonly field: string;
  /** In words. */
  readonly message: string;
}

const Ip = z.union([z.ipv4(), z.ipv6()]);
const Email = z.email().max(512);
/** Characters (SDK Disputes.d.ts). */
const DEVICE_ID_LENGTH = 15;
const FINGERPRINT_LENGTH = 20;

/** Stripe asks for all of an address (SDK Disputes.d.ts); second lines and states are not everywhere. */
const ADDRESS_PARTS = ['line1', 'postalCode', 'city', 'country'] as const;

/** What is no such thing, or incomplete; empty fields are neither. */
export function compellingProblems({
  identifiers: told,
  shippedTo,
}: CompellingAnswer): readonly CompellingProblem[] {
  const isTooShort = (text: string, length: number): boolean => text !== '' && text.length < length;
  const checks: readonly (readonly [isWrong: boolean, field: string, message: string])[] = [
    [
      told.customer_purchase_ip !== '' && !Ip.safeParse(told.customer_purchase_ip).success,
      'customer_purchase_ip',
      'This is no IP address, such as 203.0.113.7.',
    ],
    [
      isTooShort(told.customer_device_id, DEVICE_ID_LENGTH),
      'customer_device_id',
      `Stripe takes no device number of less than ${DEVICE_ID_LENGTH} characters.`,
    ],
    [
      isTooShort(told.customer_device_fingerprint, FINGERPRINT_LENGTH),
      'customer_device_fingerprint',
      `Stripe takes no fingerprint of less than ${FINGERPRINT_LENGTH} characters.`,
    ],
    [
      told.customer_email_address !== '' && !Email.safeParse(told.customer_email_address).success,
      'customer_email_address',
      'This is no e-mail address.',
    ],
    ...ADDRESS_PARTS.map(
      (part) =>
        [
          hasAddress(shippedTo) && (shippedTo[part] ?? '') === '',
          `shippedTo.${part}`,
          'Stripe asks for the whole address of delivery.',
        ] as const,
    ),
  ];
  return checks.flatMap(([isWrong, field, message]) => (isWrong ? [{ field, message }] : []));
}
