// Writing the answer to a dispute: texts and files are kept here until the bookkeeper sends them. Nothing talks to Stripe.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { type EvidenceFile, fileRefusal, textProblem } from '../../../shared/domain/evidence.ts';
import { invalidInput } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import {
  attachFile,
  markRemoved,
  removeFile,
  writeCompelling,
  writeTexts,
} from '../../store/dispute-answer.ts';
import type { UseContext } from '../context.ts';
import { allTexts, type AnswerParts, filesToSend, pathOf } from './answer-state.ts';
import { refuseUnfit } from './compelling-part.ts';
import { evidenceKind } from './evidence-kind.ts';
import { answerableDispute, answerParts } from './subject.ts';

export function writeAnswer(
  context: UseContext,
  { id, texts, compelling }: ParsedInput<'disputes.write'>,
): CallOutput<'disputes.write'> {
  const { db } = context;
  return db.transaction(() => {
    const dispute = answerableDispute(context, id);
    const known = answerParts(db, id);
    const parts: AnswerParts = {
      ...known,
      written: { ...known.written, ...texts },
      compelling: { ...known.compelling, written: compelling ?? known.compelling.written },
    };
    const problem = textProblem(texts) ?? textProblem(allTexts(parts));
    if (problem) throw invalidInput(pathOf(problem.field), problem.message);
    writeTexts(db, id, parts.written, context.now());
    if (compelling) {
      refuseUnfit(db, dispute, known, compelling);
      writeCompelling(db, id, compelling, context.now());
    }
    context.changes.add('dispute', id);
    return {};
  });
}

export interface OfferedFile {
  readonly field: EvidenceFile;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Refuses what is no whole PDF, JPEG or PNG by its bytes, and what makes all files together larger than Stripe takes. */
export function keepFile(context: UseContext, id: string, { field, name, bytes }: OfferedFile): void {
  const { db } = context;
  answerableDispute(context, id);
  const kind = evidenceKind(bytes);
  const others = filesToSend(answerParts(db, id)).filter((file) => file.field !== field);
  const refusal = fileRefusal(
    kind,
    bytes.length,
    others.reduce((sum, { size }) => sum + size, 0),
  );
  if (kind === null || refusal !== null) throw invalidInput('base64', refusal ?? '');
  const file = { id: context.randomId(), field, name: plainName(name), mediaType: kind, bytes };
  attachFile(db, id, file, context.now());
  context.changes.add('dispute', id);
}

/** Without what a header or a path could be bent by. */
function plainName(name: string): string {
  return name.replaceAll(/[\p{Cc}"\\/]+/gu, '-');
}

export function attachToAnswer(
  context: UseContext,
  input: ParsedInput<'disputes.attach'>,
): CallOutput<'disputes.attach'> {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(input.base64))
    throw invalidInput('base64', 'The file could not be read.');
  const bytes = Buffer.from(input.base64, 'base64');
  return once(context.db, input.commandId, 'disputes.attach', context.now(), () => {
    keepFile(context, input.id, { field: input.field, name: input.name, bytes });
    return {};
  });
}

export function detachFromAnswer(
  context: UseContext,
  input: ParsedInput<'disputes.detach'>,
): CallOutput<'disputes.detach'> {
  const { db } = context;
  return once(db, input.commandId, 'disputes.detach', context.now(), () => {
    answerableDispute(context, input.id);
    const { atStripe } = answerParts(db, input.id);
    if (atStripe.files[input.field] === undefined) removeFile(db, input.id, input.field);
    else markRemoved(db, input.id, input.field, context.randomId());
    context.changes.add('dispute', input.id);
    return {};
  });
}
