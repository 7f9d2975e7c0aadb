// Fails a story in which a simulator was asked or answered something that does not fit Stripe's types.
import { expect, type TestInfo } from '@playwright/test';
import { join } from 'node:path';
import { readRecord, RECORD } from '../../stripe-schema/record.ts';
import type { HostName } from './program.ts';

/** The processes that start while `story` runs write to a folder of its own, which is below the run's where there is one. */
export async function heldToStripe(
  host: HostName,
  testInfo: TestInfo,
  story: () => Promise<void>,
): Promise<void> {
  const folderOfRun = process.env[RECORD];
  const folder = join(folderOfRun ?? testInfo.outputPath('held-to-stripe'), host, testInfo.testId);
  process.env[RECORD] = folder;
  await story();
  if (folderOfRun === undefined) delete process.env[RECORD];
  else process.env[RECORD] = folderOfRun;
  expect(readRecord(folder).violations, 'what is not as at Stripe').toEqual([]);
}
