// An answer by Visa Compelling Evidence 3.0 as a bookkeeper writes it.
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { CompellingPart } from '../../shared/contract/compelling-evidence.ts';
import { withPrior } from '../../shared/domain/compelling-evidence.ts';
import type { Program } from './program.ts';

export const IP = '203.0.113.77';

export type CompellingAnswer = CompellingPart['answer'];

export async function answerOf(
  program: Program,
  dispute: string,
): Promise<CallOutput<'disputes.get'>['answer']> {
  return (await program.call('disputes.get', { id: dispute })).answer;
}

/** Fails for a dispute that is not eligible. */
export async function partOf(program: Program, dispute: string): Promise<CompellingPart> {
  const { compelling } = await answerOf(program, dispute);
  if (compelling === null) throw new Error('The dispute is not eligible');
  return compelling;
}

/** Whole: the two newest payments are chosen, and what the books do not know is said. */
export async function filled(program: Program, dispute: string): Promise<CompellingAnswer> {
  const part = await partOf(program, dispute);
  const [one, other] = part.candidates.map(({ chargeId }) => chargeId);
  const chosen = withPrior(withPrior(part.answer, part, one ?? ''), part, other ?? '');
  return { ...chosen, goods: 'services', identifiers: { ...chosen.identifiers, customer_purchase_ip: IP } };
}

export async function writeCompelling(
  program: Program,
  id: string,
  compelling: CompellingAnswer,
): Promise<void> {
  await program.call('disputes.write', { id, texts: {}, compelling });
}

/** The same value in every identifier. */
export function everyIdentifier(text: string): CompellingAnswer['identifiers'] {
  return {
    customer_purchase_ip: text,
    customer_device_id: text,
    customer_device_fingerprint: text,
    customer_account_id: text,
    customer_email_address: text,
  };
}
