// The payment that the page shows, as the program answers it.
import type { CallOutput } from '../../../shared/contract/calls.ts';

export type Payment = CallOutput<'payments.get'>;
