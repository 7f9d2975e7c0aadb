// One item as its page shows it.
import type { CallOutput } from '../../shared/contract/calls.ts';

export type Item = CallOutput<'items.get'>;
