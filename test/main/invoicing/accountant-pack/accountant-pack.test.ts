// When a pack is refused, and when it is not, in books whose figures are told by Stripe.
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { proofOf } from '../../../../main/books/proof.ts';
import { DocumentError } from '../../../../main/documents/document-error.ts';
import {
  accountantPack,
  type PackContext,
} from '../../../../main/invoicing/accountant-pack/accountant-pack.ts';
import type { Db } from '../../../../main/store/database.ts';
import type { Proof } from '../../../../shared/contract/ledger.ts';
import { postAll, tellHistories } from '../../../support/booked-file.ts';
import { createSyncBench } from '../../../support/sync-bench.ts';
import { NOW, useContext as contextOf } from '../../../support/use-context.ts';
import { wholeOf } from '../../../support/whole-of.ts';

/** Nobody changes it but the last test. */
let db: Db;
beforeAll(async () => {
  const bench = createSyncBench({ seeded: { months: 2 } });
  await bench.backfill();
  db = bench.db;
  postAll(db, NOW);
}, 60_000);

const NEVER: Proof['verification'] = {
  running: false,
  done: 0,
  all: 0,
  finishedAt: null,
  entries: 0,
  finding: null,
};
const ALL = { from: '2000-01-01', to: '2099-12-31' };

/** Nothing is drawn but what `draws` lets through. */
function packOf(over: Partial<PackContext> = {}, draws: (number: string) => boolean = () => true) {
  const documents = {
    pdf: async ({ facts }: { readonly facts: readonly { readonly value: string }[] }) => {
      if (!draws(facts[0]?.value ?? '')) throw new DocumentError('refused');
      return new Uint8Array([1, 2, 3]);
    },
    svg: async () => [],
    close: async () => undefined,
  };
  const progress: (readonly [number, number])[] = [];
  const pack = accountantPack(
    {
      use: contextOf({ db, documents }),
      report: { db, today: '2026-06-15', timeZone: 'Europe/Berlin', pause: async () => undefined },
      proof: () => ({ ...proofOf(db, NOW, NEVER), state: 'in-balance' }),
      company: 'Hafenlicht Studio',
      onProgress: (done, all) => progress.push([done, all]),
      ...over,
    },
    ALL,
  );
  const files = async (): Promise<Readonly<Record<string, string>>> => {
    const zip = unzipSync(await wholeOf(await pack.produce()));
    return Object.fromEntries(
      Object.entries(zip).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    );
  };
  return { files, progress };
}

test.each(['posting', 'out-of-balance'] as const)('books that are %s are not handed over', async (state) => {
  const { files } = packOf({ proof: () => ({ ...proofOf(db, NOW, NEVER), state }) });
  await expect(files()).rejects.toMatchObject({ error: { kind: 'wrong-state', code: state } });
});

test('progress counts every file but the manifest, to the last', async () => {
  const { files, progress } = packOf();
  const names = Object.keys(await files());
  const all = names.length - 1;
  expect(progress).toEqual(Array.from({ length: all + 1 }, (_unused, done) => [done, all]));
});

test('a document that cannot be drawn is named in the pack, and everything else is there', async () => {
  const whole = Object.keys(await packOf().files());
  const drawn = whole.filter((name) => name.endsWith('.pdf'));
  expect(drawn.length).toBeGreaterThan(5);
  let missing = '';
  const files = await packOf({}, (number) => {
    missing ||= number;
    return number !== missing;
  }).files();
  expect(Object.keys(files)).toHaveLength(whole.length - 1);
  expect(files['About.txt']).toContain(`missing as PDF:\n${missing}\n`);
  expect(files['About.txt']).toContain('Accountant pack of Hafenlicht Studio');
});

const unreadable = (what: string) => ({
  error: {
    kind: 'wrong-state',
    code: 'unreadable',
    message: expect.stringContaining(`${what} cannot be read`),
  },
});

test('an invoice that cannot be read is refused by its number', async () => {
  const told = db.get<{ number: string; id: string; json: string }>(
    `SELECT i.number, o.id, o.json FROM invoice i JOIN stripe_object o ON o.id = i.stripe_id WHERE i.number IS NOT NULL LIMIT 1`,
  );
  if (!told) throw new Error('There is no invoice');
  const keep = (json: string): void => {
    db.run('UPDATE stripe_object SET json = ? WHERE id = ?', [json, told.id]);
  };
  keep(told.json.replace(/"subtotal": ?\d+/, '"subtotal":"a word"'));
  const made = await packOf()
    .files()
    .catch((error: unknown) => error);
  keep(told.json);
  expect(made).toMatchObject(unreadable(`Invoice ${told.number}`));
});

test('what is posted to the period while the pack is made ends it', async () => {
  let isTold = false;
  const { files } = packOf({
    onProgress: (done, all) => {
      if (done < all - 1 || isTold) return;
      isTold = true;
      tellHistories(db, 30, 1);
    },
  });
  await expect(files()).rejects.toMatchObject({ error: { kind: 'wrong-state', code: 'changed' } });
});

test('a credit note that cannot be read is refused by its number', async () => {
  // It is told without its subtotal, which the books do not need.
  tellHistories(db, 31, 1);
  const { number } =
    db.get<{ number: string }>("SELECT number FROM credit_note WHERE number LIKE 'in_w31%'") ?? {};
  await expect(packOf().files()).rejects.toMatchObject(unreadable(`Credit note ${number}`));
});
