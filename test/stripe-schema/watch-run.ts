// Before the tests of a run: Stripe's types are there as schemas. After them: how much was held to them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSchemas } from './library.ts';
import { readRecord, RECORD, summary } from './record.ts';

let own: string | null = null;

export async function setup(): Promise<void> {
  await ensureSchemas();
  if (process.env[RECORD] !== undefined) return;
  own = mkdtempSync(join(tmpdir(), 'quittance-stripe-'));
  process.env[RECORD] = own;
}

export function teardown(): void {
  if (own === null) return;
  console.log(summary(readRecord(own)));
  rmSync(own, { recursive: true });
}
