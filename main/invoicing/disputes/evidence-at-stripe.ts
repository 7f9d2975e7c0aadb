// What Stripe has as the answer to a dispute, by the names that the program gives the fields. Pure.
import { z } from 'zod';
import {
  EVIDENCE_FILES,
  EVIDENCE_TEXTS,
  type EvidenceFile,
  type EvidenceText,
} from '../../../shared/domain/evidence.ts';

export interface EvidenceAtStripe {
  /** Only those that say something. */
  readonly texts: Readonly<Partial<Record<EvidenceText, string>>>;
  /** Stripe's ids of files. */
  readonly files: Readonly<Partial<Record<EvidenceFile, string>>>;
}

const Id = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const Appeal = z.object({
  card: z
    .object({ reason_for_filing: z.string().nullish(), supporting_files: z.array(Id).nullish() })
    .nullish(),
});
const Evidence = z.looseObject({ appeal: Appeal.nullish() });
const Told = z.object({ evidence: Evidence.nullish() });

/** `dispute` is Stripe's object as it was kept; what does not fit says nothing. */
export function evidenceAtStripe(dispute: unknown): EvidenceAtStripe {
  const evidence = Told.safeParse(dispute).data?.evidence ?? {};
  const appeal = evidence.appeal?.card;
  const fields: Readonly<Record<string, unknown>> = {
    ...evidence,
    appeal_reason: appeal?.reason_for_filing,
    appeal_document: appeal?.supporting_files?.[0],
  };
  return {
    texts: picked(EVIDENCE_TEXTS, (name) => z.string().min(1).safeParse(fields[name]).data),
    files: picked(EVIDENCE_FILES, (name) => Id.safeParse(fields[name]).data),
  };
}

function picked<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => string | undefined,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = read(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
