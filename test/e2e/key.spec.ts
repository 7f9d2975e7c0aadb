// A Stripe key, from the field it is pasted into to wherever it rests: encrypted, or nowhere.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Program } from './support/fixtures.ts';

test.use({ stripe: 'separate' });

const canary = 'CanaryThatMustNotBeFound51';
const key = `sk_test_${canary}`;

async function connect({ page }: Program): Promise<void> {
  await page.getByRole('button', { name: 'Connect with a key' }).click();
  await page.getByLabel(/key/i).first().fill(key);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Customers' })).toBeVisible();
}

interface WrittenFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Every file below the data folder, the browser's profile included. */
async function filesBelow(folder: string): Promise<readonly WrittenFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}

test('connects, rests encrypted or nowhere, and is in no file, page or output', async ({ program }) => {
  await connect(program);
  expect(await program.page.content()).not.toContain(canary);
  await program.quit();
  const files = await filesBelow(program.directory);
  expect(files.filter(({ bytes }) => bytes.includes(canary)).map(({ path }) => path)).toEqual([]);
  const kept = files.filter(({ path }) => path.endsWith('.key'));
  expect(kept).toHaveLength(program.host === 'loopback' ? 0 : 1);
  const page = await program.start();
  await expect(page.getByRole('link', { name: 'Customers' })).toBeVisible();
  expect(await page.content()).not.toContain(canary);
  expect(program.printed()).not.toContain(canary);
});
