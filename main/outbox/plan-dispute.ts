// Plans the answer to a dispute: each file is uploaded, then the evidence is saved or submitted as one; and giving in. Pure.
import type { EvidenceFile } from '../../shared/domain/evidence.ts';
import type { Json, JsonObject } from '../stripe/request.ts';
import {
  compellingEvidence,
  type CompellingChange,
  isClearedFirst,
  isEmptying,
  NO_COMPELLING,
} from './plan-compelling.ts';
import type { PlannedOperation, PlannedStep } from './step.ts';
import { stepMark } from './step.ts';

export interface DisputeSubject {
  readonly disputeId: string;
  /** Number of the invoice or, without one, the customer's name. */
  readonly label: string;
  readonly amount: number;
  readonly currency: string;
}

export interface EvidenceFilePlan {
  readonly field: EvidenceFile;
  readonly id: string;
  readonly name: string;
  /** Where its bytes wait until it is at Stripe. */
  readonly blob: string;
  readonly stripeId: string | null;
}

export interface AnswerPlanInput extends DisputeSubject {
  readonly operationId: string;
  /** By Stripe's name of the field. */
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly EvidenceFilePlan[];
  /** Fields that Stripe has and that are to be empty. */
  readonly cleared: readonly string[];
  /** Null where nothing of it changes. */
  readonly compelling: CompellingChange | null;
  /** To the bank, which is possible once; else only kept at Stripe. */
  readonly submit: boolean;
  /** Unix seconds: until then Stripe may leave open what has become of it. Null where the answer has no end. */
  readonly decideBy: number | null;
}

const TAKE_BACK = 'Take back the Compelling Evidence as it was';

export function planAnswer(input: AnswerPlanInput): PlannedOperation {
  const uploads = input.files.filter(({ stripeId }) => stripeId === null);
  const title = input.submit
    ? `Submit the evidence for ${input.label}`
    : `Save the evidence for ${input.label} at Stripe`;
  const clears = input.compelling !== null && isClearedFirst(input.compelling);
  const position = uploads.length + 1;
  return {
    ...operation(input.submit ? 'dispute.submit' : 'dispute.stage', title, input),
    steps: [
      ...uploads.map((file, index) => upload(input.operationId, file, index + 1)),
      ...(clears ? [clearing(input, update(input, position, TAKE_BACK, false, NO_COMPELLING))] : []),
      update(
        input,
        clears ? position + 1 : position,
        input.submit ? 'Submit the evidence to the bank' : 'Save the evidence at Stripe',
        input.submit,
        evidenceOf(input),
      ),
    ],
  };
}

/** A submission says all of it anew and for good; what is only saved could still be emptied by this. */
function clearing({ submit }: AnswerPlanInput, step: PlannedStep): PlannedStep {
  return submit ? { ...step, intent: { ...step.intent, overtaken: true } } : step;
}

function update(
  { operationId, disputeId, decideBy }: AnswerPlanInput,
  position: number,
  title: string,
  submit: boolean,
  evidence: JsonObject,
): PlannedStep {
  const metadata = { quittance_operation: stepMark(operationId, position) };
  const params = { evidence, submit, metadata };
  const intent = { operation: 'disputes.update', target: disputeId, params, expectTotal: null } as const;
  return { title, intent: isEmptying(evidence) && decideBy !== null ? { ...intent, decideBy } : intent };
}

export function planAccept(subject: DisputeSubject): PlannedOperation {
  const title = `Accept the dispute of ${subject.label}`;
  return {
    ...operation('dispute.accept', title, subject),
    steps: [
      {
        title: 'Accept the dispute',
        intent: { operation: 'disputes.close', target: subject.disputeId, params: {}, expectTotal: null },
      },
    ],
  };
}

function operation(
  kind: 'dispute.stage' | 'dispute.submit' | 'dispute.accept',
  title: string,
  { disputeId, amount, currency }: DisputeSubject,
): Omit<PlannedOperation, 'steps'> {
  return { kind, title, subject: { kind: 'dispute', id: disputeId }, amount: { amount, currency } };
}

/** Files have no metadata at Stripe: the mark by which an upload is found again is in its name. */
function upload(operationId: string, file: EvidenceFilePlan, position: number): PlannedStep {
  return {
    title: `Upload ${file.name}`,
    intent: {
      operation: 'files.create',
      target: null,
      params: {
        purpose: 'dispute_evidence',
        file: { blob: file.blob, name: markedName(file.name, uploadMark(operationId, position)) },
      },
      expectTotal: null,
      makes: { $ref: 'evidence-file', id: file.id },
    },
  };
}

/** As it stands in a file's name, where a colon may not. */
export function uploadMark(operationId: string, position: number): string {
  return `${operationId}-${position}`;
}

function markedName(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem} (${mark})${ending}`;
}

/** Our two fields of an appeal are parts of one object at Stripe. */
function evidenceOf({ texts, files, cleared, compelling }: AnswerPlanInput): JsonObject {
  const { appeal_reason: reason, ...plainTexts } = texts;
  const appealed = files.filter(({ field }) => field === 'appeal_document');
  const appeal: JsonObject = {
    ...(reason === undefined ? {} : { reason_for_filing: reason }),
    ...(appealed.length === 0 ? {} : { supporting_files: appealed.map(idOf) }),
  };
  return {
    ...Object.fromEntries(cleared.map((field) => [field, ''])),
    ...plainTexts,
    ...Object.fromEntries(
      files.filter(({ field }) => field !== 'appeal_document').map((file) => [file.field, idOf(file)]),
    ),
    ...(Object.keys(appeal).length === 0 ? {} : { appeal: { card: appeal } }),
    ...(compelling === null ? {} : compellingEvidence(compelling)),
  };
}

function idOf({ id, stripeId }: EvidenceFilePlan): Json {
  return stripeId ?? { $ref: 'evidence-file', id };
}
