// Repeatable chance for the demo company.
import { randomNumbers } from '../world/ids.ts';

export interface Dice {
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number;
  happens(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]] | readonly T[]): T;
  weighted<T extends { readonly weight: number }>(choices: readonly T[]): T;
}

export function createDice(seed: number): Dice {
  const next = randomNumbers(seed);
  const share = (): number => next() / 2 ** 32;
  const between = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  const at = <T>(choices: readonly T[], index: number): T => {
    const choice = choices[index];
    if (choice === undefined) throw new RangeError('Nothing to choose from');
    return choice;
  };
  return {
    between,
    happens: (probability) => share() < probability,
    pick: (choices) => at(choices, between(0, choices.length - 1)),
    weighted(choices) {
      let rest = share() * choices.reduce((sum, choice) => sum + choice.weight, 0);
      const found = choices.find((choice) => (rest -= choice.weight) < 0);
      return found ?? at(choices, choices.length - 1);
    },
  };
}
