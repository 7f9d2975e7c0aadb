// That the benchmark still can be run: its books fit the newest schema, and the program answers each of its calls.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, openApp } from './open-app.ts';
import { benchedCalls } from './queries.ts';

test('every call of the benchmark is answered from its books', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-test-'));
  try {
    await makeFolder(folder, { invoices: 1000, customers: 200 });
    const app = await openApp(folder);
    for (const { name, call, input } of benchedCalls(1000)) {
      expect([name, (await app.dispatch(call, input)).ok]).toEqual([name, true]);
    }
    await app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
