// The pictures in the README: taken by stories tagged @pictures, and kept only by `npm run screenshots`.
import type { Page, TestInfo } from '@playwright/test';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'pictures');

/** Without `--update-snapshots=all` the picture is taken into the test's own folder, so that a test run changes no file of ours. */
export async function keepPicture(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  const isKept = testInfo.config.updateSnapshots === 'all';
  const path = isKept ? join(folder, `${name}.png`) : testInfo.outputPath(`${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
