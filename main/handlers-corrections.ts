// Handlers of the calls about credit notes and what lacks its counterpart.
import type { correctionCalls } from '../shared/contract/corrections.ts';
import type { Handlers } from './handlers.ts';
import { contextOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { createCreditNote } from './invoicing/corrections/create-credit-note.ts';
import { creditNoteDocument, prepareCreditNotePdf } from './invoicing/corrections/credit-note-document.ts';
import { creditOptions } from './invoicing/corrections/credit-options.ts';
import { getCreditNote } from './invoicing/corrections/get-credit-note.ts';
import { countCreditNotes, listCreditNotes } from './invoicing/corrections/list-credit-notes.ts';
import { listUnmatched, settleUnmatched } from './invoicing/corrections/unmatched.ts';
import { voidCreditNote } from './invoicing/corrections/void-credit-note.ts';
import { quoteCredit } from './session/credit-quote.ts';
import { Changes } from './sync/changes.ts';

type CorrectionHandlers = Pick<Handlers, keyof typeof correctionCalls>;

export function correctionHandlers(dependencies: HandlerDependencies): CorrectionHandlers {
  const run = handlerOf(dependencies);
  const { ports, session } = dependencies;
  return {
    'creditNotes.list': run(listCreditNotes),
    'creditNotes.counts': run(countCreditNotes),
    'creditNotes.get': run(getCreditNote),
    'creditNotes.options': run(creditOptions),
    'creditNotes.quote': (input) =>
      quoteCredit(contextOf(dependencies, new Changes()), session.connection?.gateway ?? null, input),
    'creditNotes.create': run(createCreditNote),
    'creditNotes.void': run(voidCreditNote),
    'creditNotes.document': run(creditNoteDocument),
    'creditNotes.export': ({ id }) => {
      const file = prepareCreditNotePdf(contextOf(dependencies, new Changes()), id);
      return ports.files.save(file.name, file.mediaType, file.produce);
    },
    'corrections.unmatched': run(listUnmatched),
    'corrections.settle': run(settleUnmatched),
  };
}
