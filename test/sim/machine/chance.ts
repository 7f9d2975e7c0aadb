// Chance that repeats with its seed: the only source of it in a simulation.
import { randomNumbers } from '../../../main/simulator/world/ids.ts';

export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  /** True in that share (0 to 1) of cases. */
  happens(share: number): boolean;
  pick<Value>(list: readonly Value[]): Value;
  /** In the form of a random UUID. */
  uuid(): string;
}

export function createChance(seed: number): Chance {
  const next = randomNumbers(seed);
  const int = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  return {
    int,
    happens: (share) => next() / 2 ** 32 < share,
    pick(list) {
      const picked = list[int(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
    uuid() {
      const hex = Array.from({ length: 4 }, () => next().toString(16).padStart(8, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** A seed of its own for one of several parts of the same simulation. */
export function seedOf(seed: number, part: number): number {
  return (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b)) >>> 0;
}
