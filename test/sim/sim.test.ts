// The simulation itself: it repeats to the letter, and what is simulated holds. In processes of its own, as `npm run sim` runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const command = join(import.meta.dirname, 'run.ts');

interface Ran {
  readonly status: number | null;
  readonly said: string;
}

function sim(...options: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...options], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

describe('a simulation', () => {
  it('goes the same way to the letter when its seed is the same', () => {
    const [first, again] = [
      sim('--seed', '20', '--seeds', '3', '--trace'),
      sim('--seed', '20', '--seeds', '3', '--trace'),
    ];
    expect(first.said.split('\n').length).toBeGreaterThan(60);
    expect(again.said).toBe(first.said);
  });

  it('goes another way with another seed', () => {
    expect(sim('--seed', '1', '--trace').said).not.toBe(sim('--seed', '2', '--trace').said);
  });
});
