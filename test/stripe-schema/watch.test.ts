import { spawnSync } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Exchange } from '../../main/simulator/api/exchange.ts';
import { addHeld, nothingHeld, openRecord, readRecord, RECORD, summary } from './record.ts';
import { createWatch } from './watch.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-watch-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const wrong: Exchange = {
  request: { method: 'GET', path: '/v1/colours', headers: {}, body: '' },
  answer: null,
};
const violation = 'GET /v1/colours, Stripe has no such address';

test('every exchange in a test is heard', () => {
  expect(channel('quittance:simulator').hasSubscribers).toBe(true);
});

test('a fault is told once, and counts', () => {
  const watch = createWatch(folder);
  watch.take(wrong);
  watch.take(wrong);
  expect(watch.violations()).toEqual([violation]);
  expect(watch.violations()).toEqual([]);
  watch.keep();
  expect(readRecord(folder)).toEqual({ requests: 2, answers: 0, violations: [violation, violation] });
});

test('what a process was asked fails the test that started it, also when the process is killed', () => {
  const script = `require('node:diagnostics_channel').channel('quittance:simulator').publish(${JSON.stringify(wrong)}); process.kill(process.pid, 'SIGKILL');`;
  const preload = join(import.meta.dirname, 'watch-process.ts');
  spawnSync(process.execPath, ['--import', preload, '--input-type=commonjs', '-e', script], {
    env: { ...process.env, [RECORD]: join(folder, 'story') },
  });
  expect(createWatch(folder).violations()).toEqual([violation]);
});

test('a line that was being written when the process died is left out', () => {
  openRecord(folder)({ requests: 1, answers: 1, violations: [] });
  appendFileSync(join(folder, readdirSync(folder)[0] ?? ''), '{"requests":1,"ans');
  expect(readRecord(folder)).toEqual({ requests: 1, answers: 1, violations: [] });
});

test('a run is summed up in one line', () => {
  expect(summary(addHeld(nothingHeld, { requests: 1200, answers: 1199, violations: [violation] }))).toBe(
    "1,199 answers of the simulator and 1,200 requests held to Stripe's types: 1 violations",
  );
});
