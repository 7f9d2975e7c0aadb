// The part of an answer that goes by Visa Compelling Evidence 3.0, as the page shows it.
import type { CompellingAnswer, CompellingPart } from '../../../shared/contract/compelling-evidence.ts';
import {
  COMPELLING_IDENTIFIERS,
  NOTHING_SAID,
  saysNothing,
} from '../../../shared/domain/compelling-evidence.ts';
import { missingActions } from '../../../shared/domain/compelling-rules.ts';
import { compellingActions, compellingName, compellingWords } from '../../../shared/text/compelling-words.ts';
import { invalidInput, wrongState } from '../../refusal.ts';
import type { Db } from '../../store/database.ts';
import type { DisputeFacts } from '../../store/dispute-detail.ts';
import type { UseContext } from '../context.ts';
import { addressOf } from '../address-text.ts';
import { type AnswerParts, compellingOf, isCompellingChanged } from './answer-state.ts';
import { type CompellingProblem, compellingProblems } from './compelling-problems.ts';
import { type PriorChoice, priorChoice, qualifyingCharges } from './prior-candidates.ts';

const MARKED = 'Put right what is marked below.';

/** Null for a dispute that is not open to it. */
export function compellingPart(
  context: UseContext,
  dispute: DisputeFacts,
  parts: AnswerParts,
): CompellingPart | null {
  const { atStripe } = parts.compelling;
  if (!atStripe.isOpen) return null;
  const answer = compellingOf(parts) ?? NOTHING_SAID;
  const chosen = new Set(answer.priors.map(({ chargeId }) => chargeId));
  const choice = priorChoice(context, dispute, chosen);
  const isAtStripe = !isCompellingChanged(parts);
  const problems = problemsOf(answer, choice.qualifying, parts);
  const actions = compellingActions(isAtStripe ? atStripe.actions : missingActions(answer));
  if (problems.length > 0) actions.push(MARKED);
  return {
    ...compellingWords({ status: atStripe.status ?? '', isAtStripe, isComplete: actions.length === 0 }),
    actions,
    answer,
    problems: [...problems],
    disputed: choice.disputed,
    candidates: [...choice.candidates],
    said: saysNothing(answer) ? [] : saidOf(answer, choice, context.locale),
  };
}

/** Only where the way is open; and only what the page was offered can be chosen, or had been chosen before. */
export function refuseUnfit(
  db: Db,
  dispute: DisputeFacts,
  before: AnswerParts,
  answer: CompellingAnswer,
): void {
  const { atStripe, written } = before.compelling;
  if (!atStripe.isOpen)
    throw wrongState('not-eligible', 'This dispute is not open to Visa Compelling Evidence 3.0.');
  const qualifying = qualifyingCharges(db, dispute);
  const known = new Set(
    [...(atStripe.answer?.priors ?? []), ...(written?.priors ?? [])].map(({ chargeId }) => chargeId),
  );
  const strange = answer.priors.findIndex(
    ({ chargeId }) => !qualifying.has(chargeId) && !known.has(chargeId),
  );
  if (strange >= 0)
    throw invalidInput(`compelling.priors.${strange}`, 'This payment cannot speak for the disputed one.');
  if (new Set(answer.priors.map(({ chargeId }) => chargeId)).size < answer.priors.length)
    throw invalidInput('compelling.priors', 'Two different payments are needed.');
}

/** What Stripe or the bank would not take of the answer as it stands here, in words. */
export function compellingRefusals(
  db: Db,
  dispute: DisputeFacts,
  parts: AnswerParts,
): readonly CompellingProblem[] {
  const answer = parts.compelling.written;
  return answer === null ? [] : problemsOf(answer, qualifyingCharges(db, dispute), parts);
}

/** Of what Stripe has already, Stripe is the judge. */
function problemsOf(
  answer: CompellingAnswer,
  qualifying: ReadonlySet<string>,
  { compelling }: AnswerParts,
): readonly CompellingProblem[] {
  const atStripe = new Set(compelling.atStripe.answer?.priors.map(({ chargeId }) => chargeId));
  const isUnfit = answer.priors.some(({ chargeId }) => !qualifying.has(chargeId) && !atStripe.has(chargeId));
  return [
    ...(isUnfit
      ? [{ field: 'priors', message: 'A chosen payment does not qualify any more: choose another one.' }]
      : []),
    ...compellingProblems(answer),
  ];
}

function saidOf(
  answer: CompellingAnswer,
  { candidates }: PriorChoice,
  locale: string,
): CompellingPart['said'] {
  const rows = [
    { name: compellingName('goods'), text: answer.goods === null ? '' : compellingName(answer.goods) },
    { name: compellingName('description'), text: answer.description },
    ...COMPELLING_IDENTIFIERS.map((name) => ({ name: compellingName(name), text: answer.identifiers[name] })),
    { name: compellingName('shippedTo'), text: addressOf(answer.shippedTo, locale) },
    ...answer.priors.map(({ chargeId, description }) => {
      const number = candidates.find((payment) => payment.chargeId === chargeId)?.number ?? chargeId;
      return { name: `${compellingName('prior')} ${number}`, text: description };
    }),
  ];
  return rows.filter(({ text }) => text !== '');
}
