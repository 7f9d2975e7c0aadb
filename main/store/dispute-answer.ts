// What is being written in answer to a dispute, until Stripe has it: texts, and files whose bytes wait as blobs.
import { z } from 'zod';
import { CompellingAnswer } from '../../shared/contract/compelling-evidence.ts';
import {
  EVIDENCE_FILES,
  EVIDENCE_KINDS,
  type EvidenceFile,
  type EvidenceKind,
} from '../../shared/domain/evidence.ts';
import { deleteBlob, writeBlob } from './blobs.ts';
import type { Db } from './database.ts';

const Texts = z.record(z.string(), z.string());

/** By Stripe's name of the field; empty while nothing was written. */
export function writtenTexts(db: Db, disputeId: string): Readonly<Record<string, string>> {
  const row = db.get<{ texts: string }>('SELECT texts FROM dispute_answer WHERE dispute_id = ?', [disputeId]);
  return row ? Texts.parse(JSON.parse(row.texts)) : {};
}

/** `at` is unix seconds. */
export function writeTexts(
  db: Db,
  disputeId: string,
  texts: Readonly<Record<string, string>>,
  at: number,
): void {
  db.run(
    `INSERT INTO dispute_answer (dispute_id, texts, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (dispute_id) DO UPDATE SET texts = excluded.texts, changed_at = excluded.changed_at`,
    [disputeId, JSON.stringify(texts), at],
  );
}

/** What was written here as Visa Compelling Evidence 3.0; null while nothing of it was. */
export function writtenCompelling(db: Db, disputeId: string): CompellingAnswer | null {
  const row = db.get<{ compelling: string | null }>(
    'SELECT compelling FROM dispute_answer WHERE dispute_id = ?',
    [disputeId],
  );
  const written = row?.compelling ?? null;
  return written === null ? null : CompellingAnswer.parse(JSON.parse(written));
}

/** `at` is unix seconds. */
export function writeCompelling(db: Db, disputeId: string, answer: CompellingAnswer, at: number): void {
  db.run(
    `INSERT INTO dispute_answer (dispute_id, texts, compelling, changed_at) VALUES (?, '{}', ?, ?)
     ON CONFLICT (dispute_id) DO UPDATE SET compelling = excluded.compelling, changed_at = excluded.changed_at`,
    [disputeId, JSON.stringify(answer), at],
  );
}

export interface AttachedFile {
  /** Ours. */
  readonly id: string;
  readonly field: EvidenceFile;
  readonly name: string;
  readonly mediaType: EvidenceKind;
  readonly size: number;
  readonly stripeId: string | null;
  /** Nothing is attached, and what Stripe has in the field is to be taken away. */
  readonly isRemoved: boolean;
}

interface FileRow {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly stripe_id: string | null;
  readonly removed: number;
}

const Field = z.enum(EVIDENCE_FILES);
const Kind = z.enum(EVIDENCE_KINDS);

export function attachedFiles(db: Db, disputeId: string): readonly AttachedFile[] {
  return db
    .all<FileRow>(
      'SELECT id, field, name, media_type, size, stripe_id, removed FROM dispute_file WHERE dispute_id = ? ORDER BY field',
      [disputeId],
    )
    .map((row) => ({
      id: row.id,
      field: Field.parse(row.field),
      name: row.name,
      mediaType: Kind.parse(row.media_type),
      size: row.size,
      stripeId: row.stripe_id,
      isRemoved: row.removed === 1,
    }));
}

export interface NewFile {
  readonly id: string;
  readonly field: EvidenceFile;
  readonly name: string;
  readonly mediaType: EvidenceKind;
  readonly bytes: Uint8Array;
}

/** Puts a file into its field, in the place of what was there. `at` is unix seconds. */
export function attachFile(db: Db, disputeId: string, file: NewFile, at: number): void {
  removeFile(db, disputeId, file.field);
  writeBlob(db, { key: evidenceKey(file.id), mediaType: file.mediaType, bytes: file.bytes, created: at });
  db.run(
    'INSERT INTO dispute_file (id, dispute_id, field, name, media_type, size) VALUES (?, ?, ?, ?, ?, ?)',
    [file.id, disputeId, file.field, file.name, file.mediaType, file.bytes.length],
  );
}

/** Forgets a file of ours and its bytes. */
export function removeFile(db: Db, disputeId: string, field: EvidenceFile): void {
  const known = db.get<{ id: string }>('SELECT id FROM dispute_file WHERE dispute_id = ? AND field = ?', [
    disputeId,
    field,
  ]);
  if (!known) return;
  deleteBlob(db, evidenceKey(known.id));
  db.run('DELETE FROM dispute_file WHERE id = ?', [known.id]);
}

/** Leaves word that what Stripe has in the field is to be taken away with the next answer. */
export function markRemoved(db: Db, disputeId: string, field: EvidenceFile, id: string): void {
  removeFile(db, disputeId, field);
  db.run(
    `INSERT INTO dispute_file (id, dispute_id, field, name, media_type, size, removed) VALUES (?, ?, ?, '', ?, 0, 1)`,
    [id, disputeId, field, EVIDENCE_KINDS[0]],
  );
}

/** The file is at Stripe: its bytes need not be kept. */
export function fileUploaded(db: Db, id: string, stripeId: string): void {
  db.run('UPDATE dispute_file SET stripe_id = ? WHERE id = ? AND stripe_id IS NULL', [stripeId, id]);
  deleteBlob(db, evidenceKey(id));
}

/** Stripe has the whole answer: what it says is what counts from now on. */
export function answerTaken(db: Db, disputeId: string): void {
  db.run('DELETE FROM dispute_answer WHERE dispute_id = ?', [disputeId]);
  db.run('DELETE FROM dispute_file WHERE dispute_id = ? AND removed = 1', [disputeId]);
}

/** Where the bytes of a file wait until they are at Stripe. */
export function evidenceKey(fileId: string): string {
  return `evidence:${fileId}`;
}
