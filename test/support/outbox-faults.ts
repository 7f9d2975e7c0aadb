// The single faults under which every write has to come to exactly one effect.
import type { FaultRule } from '../../main/simulator/api/faults.ts';

export const FAULTS: readonly FaultRule['fault'][] = [
  { kind: 'timeout', effect: 'none' },
  { kind: 'timeout', effect: 'done' },
  { kind: 'reset', effect: 'none' },
  { kind: 'reset', effect: 'done' },
  { kind: 'rate_limited' },
  { kind: 'conflict' },
  { kind: 'malformed' },
  { kind: 'truncated' },
  { kind: 'bad_gateway' },
  { kind: 'unauthorized' },
  { kind: 'server_error', effect: 'none' },
  { kind: 'server_error', effect: 'done' },
  { kind: 'server_error', effect: 'late', delayMs: 3_600_000 },
];
