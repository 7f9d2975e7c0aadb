import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOpen, createPaid, createSubject, DAY, type Subject } from './conformance/subject.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  file = join(folder, 'world.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): Subject => createSubject({ file });
const kinds = [
  'customer',
  'invoice',
  'charge',
  'balance_transaction',
  'event',
  'invoice_payment',
  'payout',
] as const;
const everything = ({ control }: Subject): unknown => kinds.map((type) => control.objects({ type }));

describe('a simulator with a file', () => {
  test('comes back as it was: objects, keys, clock, ids and what is due', async () => {
    const first = open();
    await createPaid(first.stripe, first.control, 7000);
    first.control.advance({ ms: 3 * DAY });
    const made = await first.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'key-1' });
    const waiting = await createOpen(first.stripe);
    first.control.payInvoice({ invoice: waiting.id, outcome: 'sepa_processing' });
    const before = everything(first);
    const now = first.control.now();
    first.simulator.close();

    const second = open();
    expect(everything(second)).toEqual(before);
    expect(second.control.now()).toBe(now);
    expect((await second.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'key-1' })).id).toBe(
      made.id,
    );
    expect((await second.stripe.customers.create({ name: 'Berta' })).id).not.toBe(made.id);
    second.control.advance({ ms: DAY });
    expect((await second.stripe.invoices.retrieve(waiting.id)).status).toBe('paid');
    second.simulator.close();
  });

  test('gives the same ids as one without, whether or not it was restarted', async () => {
    const plain = createSubject();
    const names = ['a', 'b', 'c'];
    const ids: string[] = [];
    for (const name of names) ids.push((await plain.stripe.customers.create({ name })).id);
    const kept: string[] = [];
    for (const name of names) {
      const subject = open();
      kept.push((await subject.stripe.customers.create({ name })).id);
      subject.simulator.close();
    }
    expect(kept).toEqual(ids);
  });

  test('has written every answered step before the answer', async () => {
    const subject = open();
    const { id } = await subject.stripe.customers.create({ name: 'Anna' });
    // The process dies here: the file is read without having been closed.
    const after = createSubject({ file: copyOf(file) });
    await expect(after.stripe.customers.retrieve(id)).resolves.toMatchObject({ name: 'Anna' });
    after.simulator.close();
    subject.simulator.close();
  });

  test('survives a torn last line at every length, losing that step only', async () => {
    const subject = open();
    await subject.stripe.customers.create({ name: 'Anna' });
    const whole = readFileSync(file).length;
    await subject.stripe.customers.create({ name: 'Berta' });
    const end = readFileSync(file).length;
    subject.simulator.close();
    const original = readFileSync(file);
    for (let length = whole; length < end; length += Math.ceil((end - whole) / 40)) {
      writeFileSync(file, original);
      truncateSync(file, length);
      const after = open();
      expect((await after.stripe.customers.list()).data.map(({ name }) => name)).toEqual(['Anna']);
      await expect(after.stripe.customers.create({ name: 'Carla' })).resolves.toBeDefined();
      after.simulator.close();
    }
  });

  test('is refused when a line in the middle is broken', () => {
    const subject = open();
    subject.simulator.close();
    appendFileSync(file, 'broken\n[]\n');
    expect(open).toThrow(SyntaxError);
  });

  test('is compacted when opened', async () => {
    const subject = open();
    const { id } = await subject.stripe.customers.create({ name: 'Anna' });
    for (let count = 0; count < 20; count += 1)
      await subject.stripe.customers.update(id, { name: `Anna ${count}` });
    const before = readFileSync(file).length;
    subject.simulator.close();
    open().simulator.close();
    expect(readFileSync(file).length).toBeLessThan(before);
  });
});

function copyOf(path: string): string {
  writeFileSync(`${path}.copy`, readFileSync(path));
  return `${path}.copy`;
}
