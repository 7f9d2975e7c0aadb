// The demo's time is never behind this computer's, whenever it is asked for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDemoTransport } from '../../../../main/hosts/common/demo-transport.ts';
import { NOON } from '../../../support/virtual-clock.ts';

test('is ahead by what was advanced, though time passes while it is asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // A company that is there already, though nothing is in it.
  writeFileSync(join(folder, 'simulator.jsonl'), '');
  let time = NOON;
  const now = (): number => {
    time += 1;
    return time;
  };
  const transport = createDemoTransport(folder, { now, schedule: () => () => undefined });
  onTestFinished(() => transport.close());
  const { practice } = transport;
  expect(practice?.aheadMs()).toBeGreaterThanOrEqual(0);
  practice?.advance(86_400_000);
  expect(Math.floor((practice?.aheadMs() ?? 0) / 1000)).toBe(86_400);
});
