// A backup, the way back to it, and a damaged file, as they look on screen; each looked at with axe.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, type Program, test } from './support/fixtures.ts';

async function openBackups(page: Page): Promise<void> {
  await goTo(page, 'Settings').click();
  await page.getByRole('link', { name: 'Backups', exact: true }).click();
}

async function backUp(page: Page): Promise<void> {
  await openBackups(page);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('button', { name: 'Restore…' }).first()).toBeVisible();
}

/** Overwrites the credit notes, and nothing else, in the file that the books were in when the program ended. */
async function damage({ directory }: Program): Promise<Buffer> {
  const folder = join(directory, 'books', 'sample');
  const [name = ''] = (await readdir(folder)).filter((file) => /^quittance-restored-\w+\.db$/.test(file));
  const path = join(folder, name);
  const bytes = await readFile(path);
  for (const page of pagesOf(path, 'credit_note'))
    bytes.fill(0x5a, (page - 1) * PAGE_BYTES, page * PAGE_BYTES);
  await writeFile(path, bytes);
  return bytes;
}

const PAGE_BYTES = 4096;

/** The numbers, from 1 on, of the pages that hold the rows of a table. */
function pagesOf(path: string, table: string): readonly number[] {
  const db = new Database(path, { readonly: true });
  const pages = db
    .prepare<[string], { pageno: number }>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .all(table);
  db.close();
  return pages.map(({ pageno }) => pageno);
}

test('a backup is made, restored into books that catch up, and brings damaged ones back', async ({
  program,
}) => {
  const { page } = program;
  await openSample(page);

  await test.step('made by hand, and on screen', async () => {
    await backUp(page);
    await expectAccessible(page, 'Backups');
  });

  await test.step('restored after the question says what it does', async () => {
    await page.getByRole('button', { name: 'Restore…' }).first().click();
    const question = page.getByRole('alertdialog');
    await expect(question.getByText(/would be lost|Lost:/)).toBeVisible();
    await expectAccessible(page, 'the question before a restore');
    await question.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByText('These books were restored and are catching up')).toBeVisible();
    await expect(page.getByText('Put aside by a restore')).toBeVisible();
    await expectAccessible(page, 'restored books');
  });

  const bytes = await test.step('damaged while the program was closed, and refused', async () => {
    await program.quit();
    const damaged = await damage(program);
    await program.start();
    await expect(program.page.getByRole('heading', { name: 'The books file is damaged' })).toBeVisible();
    await expectAccessible(program.page, 'damaged books');
    return damaged;
  });

  await test.step('opened for reading only, and left as they were', async () => {
    await program.page.getByRole('button', { name: 'Open for reading only' }).click();
    await expect(program.page.getByText('Open for reading only: the books file is damaged')).toBeVisible();
    await goTo(program.page, 'Invoices').click();
    await expect(program.page.getByText(/^[4-9]\d\d invoices$/)).toBeVisible();
    await expect(program.page.getByText('In balance')).toBeHidden();
    await goTo(program.page, 'Credit notes').click();
    const says = program.page.getByRole('alert').filter({ hasText: 'This could not be shown' });
    await expect(says).toContainText('damaged');
    await program.page.getByRole('link', { name: 'Restore a backup' }).click();
  });

  await test.step('brought back from the backup', async () => {
    const backup = program.page.getByRole('row').filter({ hasText: /\d+ invoices/ });
    await backup.first().getByRole('button', { name: 'Restore…' }).click();
    await program.page.getByRole('alertdialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(program.page.getByText('These books were restored and are catching up')).toBeVisible();
    await goTo(program.page, 'Invoices').click();
    await expect(program.page.getByText(/^[4-9]\d\d invoices$/)).toBeVisible();
  });
  const folder = join(program.directory, 'books', 'sample');
  const files = await Promise.all(
    (await readdir(folder))
      .filter((name) => name.endsWith('.db'))
      .map((name) => readFile(join(folder, name))),
  );
  expect(files.some((file) => file.equals(bytes))).toBe(true);
});
