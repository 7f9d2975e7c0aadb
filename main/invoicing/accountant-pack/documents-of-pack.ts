// The PDFs of a pack: every invoice and credit note of the period, drawn one after the other.
import { DocumentError } from '../../documents/document-error.ts';
import type { ZipEntry } from '../../documents/zip.ts';
import type { RegisterPeriod } from '../../store/reports/register.ts';
import type { UseContext } from '../context.ts';
import { prepareCreditNotePdf } from '../corrections/credit-note-document.ts';
import { preparePdf, type PreparedFile } from '../documents.ts';
import { invoicesOf, notesOf, type RegisterContext } from './register.ts';

/** Numbers of what could not be drawn are added to `skipped`. */
export async function* documentsOfPack(
  context: UseContext,
  register: RegisterContext,
  period: RegisterPeriod,
  skipped: string[],
): AsyncGenerator<ZipEntry> {
  for await (const { id, number, issue_day: day } of invoicesOf(register, period)) {
    const entry = await drawn('Invoices', day, preparePdf(context, id, 'invoice'));
    if (entry) yield entry;
    else skipped.push(number);
  }
  for await (const { id, number, day } of notesOf(register, period)) {
    const entry = await drawn('Credit-notes', day, prepareCreditNotePdf(context, id));
    if (entry) yield entry;
    else skipped.push(number);
  }
}

/** Null for what the typesetter refuses. */
async function drawn(folder: string, day: string, file: PreparedFile): Promise<ZipEntry | null> {
  try {
    const bytes = await file.produce();
    return { name: `${folder}/${file.name}`, bytes, modifiedAt: `${day}T00:00:00.000Z` };
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}
