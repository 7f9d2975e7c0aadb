import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DueTable } from '../../../../main/simulator/world/due-table.ts';
import type { Due } from '../../../../main/simulator/world/records.ts';

const due = (id: string, at: number): Due => ({ id, at, task: { kind: 'create-payouts' } });

describe('the table of what is due', () => {
  test('gives the earliest, and of equal moments the first that was planned', () => {
    const table = new DueTable();
    for (const [id, at] of [
      ['a', 5],
      ['b', 3],
      ['c', 3],
      ['d', 9],
    ] as const)
      table.put(due(id, at));
    const order: string[] = [];
    for (let next = table.earliest(); next !== null; next = table.earliest()) {
      order.push(next.id);
      table.remove(next.id);
    }
    expect(order).toEqual(['b', 'c', 'a', 'd']);
  });

  test('property: knows the earliest whatever is put, moved and removed', () => {
    const change = fc.record({
      id: fc.nat({ max: 200 }).map(String),
      at: fc.option(fc.nat({ max: 20 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 600, size: 'max' }), (changes) => {
        const table = new DueTable();
        for (const { id, at } of changes) {
          if (at === null) table.remove(id);
          else table.put(due(id, at));
          const moments = Array.from(table.oldestFirst(), (each) => each.at);
          expect(table.earliest()?.at ?? Infinity).toBe(Math.min(Infinity, ...moments));
        }
      }),
      { numRuns: 30 },
    );
  });
});
