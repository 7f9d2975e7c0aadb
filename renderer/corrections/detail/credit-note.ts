// What the credit note page shows, as the program answers it.
import type { CallOutput } from '../../../shared/contract/calls.ts';

export type CreditNote = CallOutput<'creditNotes.get'>;
