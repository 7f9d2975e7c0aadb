// The documents of an invoice: pages for the screen, files for the bookkeeper.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { DocumentData } from '../../shared/domain/document-data.ts';
import { safeFileName } from '../documents/file-name.ts';
import type { ZipEntry } from '../documents/zip.ts';
import { notFound, wrongState } from '../refusal.ts';
import { readBlob } from '../store/blobs.ts';
import { draftById } from '../store/drafts.ts';
import { readSettings } from '../store/settings.ts';
import type { UseContext } from './context.ts';
import { documentOf, type Letterhead } from './document-of.ts';
import { printedDraft } from './printed-draft.ts';
import { printedFromStripe } from './printed-from-stripe.ts';
import type { PrintedInvoice } from './printed-invoice.ts';
import { whyUnreadable } from './read-printed.ts';

type Kind = 'invoice' | 'receipt';
type Pages = CallOutput<'invoices.document'>;

export async function previewDraft(
  context: UseContext,
  { content }: ParsedInput<'drafts.preview'>,
): Promise<Pages> {
  return pagesOf(context, toDocument(context, 'invoice', printedDraft(context, content)));
}

export async function invoiceDocument(
  context: UseContext,
  { id, kind }: ParsedInput<'invoices.document'>,
): Promise<Pages> {
  return pagesOf(context, toDocument(context, kind, printed(context, id)));
}

export interface PreparedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly produce: () => Promise<Uint8Array>;
}

/** Our own document of an invoice. Refuses a receipt for what has not been paid. */
export function preparePdf(context: UseContext, invoiceId: string, kind: Kind): PreparedFile {
  const invoice = printed(context, invoiceId);
  if (kind === 'receipt' && invoice.amountPaid === 0)
    throw wrongState('not-paid', 'There is no receipt before something has been paid.');
  const document = toDocument(context, kind, invoice);
  return {
    name: fileName(kind, invoice),
    mediaType: 'application/pdf',
    produce: () => context.documents.pdf(document),
  };
}

/** Many invoices, one after the other, for a ZIP. One that is gone, or cannot be read, is named in `skipped` and left out. */
export async function* zipEntries(
  context: UseContext,
  invoiceIds: readonly string[],
  skipped: { invoiceId: string; reason: string }[],
): AsyncGenerator<ZipEntry> {
  for (const invoiceId of invoiceIds) {
    const row = context.db.get<{ id: string }>('SELECT id FROM invoice WHERE id = ? AND deleted = 0', [
      invoiceId,
    ]);
    if (!row) {
      skipped.push({ invoiceId, reason: 'It is no longer there.' });
      continue;
    }
    const invoice = printedOrWhy(context, invoiceId);
    if (typeof invoice === 'string') {
      skipped.push({ invoiceId, reason: invoice });
      continue;
    }
    const document = toDocument(context, 'invoice', invoice);
    yield {
      name: fileName('invoice', invoice),
      bytes: await context.documents.pdf(document),
      modifiedAt: document.issuedAt,
    };
  }
}

/** In words why not, where what Stripe told of it is not as a document needs it. */
function printedOrWhy(context: UseContext, id: string): PrintedInvoice | string {
  try {
    return printed(context, id);
  } catch (error) {
    const why = whyUnreadable(error);
    if (why === null) throw error;
    return why;
  }
}

/** What a document of this invoice says: our own draft while it is one, else what Stripe made of it. */
export function printed(context: UseContext, id: string): PrintedInvoice {
  const draft = draftById(context.db, id);
  if (draft && draft.status === 'draft') return printedDraft(context, draft.content);
  const row = context.db.get<{ stripe_id: string | null }>(
    'SELECT stripe_id FROM invoice WHERE id = ? AND deleted = 0',
    [id],
  );
  if (!row) throw notFound('invoice');
  return printedFromStripe(context, id);
}

function toDocument(context: UseContext, kind: Kind, invoice: PrintedInvoice): DocumentData {
  return documentOf(kind, invoice, letterheadOf(context));
}

export function letterheadOf(context: UseContext): Letterhead {
  return { settings: readSettings(context.db), logo: logoOf(context), mode: context.mode };
}

function logoOf(context: UseContext): DocumentData['logo'] {
  const blob = readBlob(context.db, 'logo');
  if (blob?.mediaType !== 'image/png' && blob?.mediaType !== 'image/jpeg') return null;
  return { mediaType: blob.mediaType, bytes: blob.bytes };
}

export async function pagesOf(context: UseContext, document: DocumentData): Promise<Pages> {
  return { pages: [...(await context.documents.svg(document))], pageSize: document.pageSize };
}

function fileName(kind: Kind, invoice: PrintedInvoice): string {
  const title = kind === 'receipt' ? 'Receipt' : 'Invoice';
  return safeFileName([title, invoice.number ?? 'draft', invoice.buyer.name], 'pdf');
}
