// One dispute as the page knows it.
import type { CallOutput } from '../../shared/contract/calls.ts';

export type Dispute = CallOutput<'disputes.get'>;
