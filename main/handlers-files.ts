// Handlers of the calls that hand files to the bookkeeper: prepared by a use case, saved by the host.
import type { CallOutput } from '../shared/contract/calls.ts';
import { safeFileName } from './documents/file-name.ts';
import { zipParts } from './documents/zip.ts';
import type { Handlers } from './handlers.ts';
import { contextOf, type HandlerDependencies } from './handlers-context.ts';
import { type PreparedFile, preparePdf, zipEntries } from './invoicing/documents.ts';
import { invoiceSubject } from './invoicing/invoice-subject.ts';
import { wrongState } from './refusal.ts';
import { storedStripePdf, stripePdf } from './session/stripe-pdf.ts';
import { Changes } from './sync/changes.ts';

type FileHandlers = Pick<Handlers, 'documents.export' | 'documents.exportMany'>;

export function fileHandlers(dependencies: HandlerDependencies): FileHandlers {
  const { files } = dependencies.ports;
  return {
    'documents.export': async ({ invoiceId, kind }) => {
      const context = contextOf(dependencies, new Changes());
      const file =
        kind === 'stripe' ? stripeFile(dependencies, invoiceId) : preparePdf(context, invoiceId, kind);
      return files.save(file.name, file.mediaType, file.produce);
    },
    'documents.exportMany': async ({ invoiceIds }) => {
      const context = contextOf(dependencies, new Changes());
      const skipped: CallOutput<'documents.exportMany'>['skipped'] = [];
      const saved = await files.save(safeFileName(['Invoices'], 'zip'), 'application/zip', async () =>
        zipParts(zipEntries(context, invoiceIds, skipped)),
      );
      return { saved, included: saved.kind === 'canceled' ? 0 : invoiceIds.length - skipped.length, skipped };
    },
  };
}

/** Stripe's own document: the kept one, else downloaded now and kept. */
function stripeFile(dependencies: HandlerDependencies, invoiceId: string): PreparedFile {
  const { session } = dependencies;
  const context = contextOf(dependencies, new Changes());
  const { db } = context;
  const subject = invoiceSubject(db, invoiceId);
  const { stripeId } = subject;
  if (stripeId === null || subject.status === 'draft')
    throw wrongState('draft', 'Stripe makes its document when the invoice is issued.');
  return {
    name: safeFileName(['Stripe', subject.label], 'pdf'),
    mediaType: 'application/pdf',
    produce: async () => {
      const { books, connection } = session;
      const now = (): number => context.now();
      const bytes =
        books && connection
          ? await stripePdf({ db, gateway: connection.gateway, transport: books.transport, now }, stripeId)
          : storedStripePdf(db, stripeId);
      if (bytes === null)
        throw wrongState(
          'not-there',
          'Stripe’s document cannot be downloaded now. Try again when Stripe can be reached.',
        );
      return bytes;
    },
  };
}
