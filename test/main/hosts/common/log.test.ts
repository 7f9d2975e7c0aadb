import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../../main/hosts/common/log.ts';
import { openLogFile } from '../../../../main/hosts/common/log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(log: (write: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  log(createLog({ write: (line) => lines.push(line) }));
  return lines.join('');
}

test('one event is one line of JSON with its time, level and fields', () => {
  const line = written((log) => log.info('invoice-sent', { invoice: 'in_1', durationMs: 12 }));
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    event: 'invoice-sent',
    invoice: 'in_1',
    durationMs: 12,
  });
  expect(line.indexOf('\n')).toBe(line.length - 1);
});

test('private fields are left out at any of three depths, and secrets in any text', () => {
  const text = written((log) =>
    log.error('request-failed', {
      key: 'canary-1',
      customer: { email: 'canary-2', address: { line1: 'canary-3' } },
      request: { params: { name: 'canary-4' } },
      note: 'used sk_test_canary5 for canary6@example.com',
    }),
  );
  expect(text).not.toContain('canary');
});

test('an error becomes its type, message, code, stack and cause, redacted', () => {
  const cause = Object.assign(new Error('bad key sk_live_canary'), { code: 'EPERM' });
  const line = written((log) =>
    log.error('failed', { error: new TypeError('outer canary@example.com', { cause }) }),
  );
  expect(line).not.toContain('canary');
  expect(JSON.parse(line)).toMatchObject({
    error: {
      type: 'TypeError',
      stack: expect.stringContaining('log.test.ts'),
      cause: { code: 'EPERM', message: 'bad key [key]' },
    },
  });
});

test('the file and its predecessor stay within their bound, and belong to their owner', () => {
  const logs = join(folder, 'logs');
  const file = openLogFile(logs, 1000);
  for (let n = 0; n < 100; n += 1) file.write(`${'x'.repeat(99)}\n`);
  expect(readdirSync(logs).toSorted()).toEqual(['quittance.log', 'quittance.previous.log']);
  for (const name of readdirSync(logs)) {
    expect(statSync(join(logs, name)).size).toBeLessThanOrEqual(1000);
    expect(statSync(join(logs, name)).mode & 0o077).toBe(0);
  }
});

test('a new run goes on where the last one ended', () => {
  openLogFile(folder).write('one\n');
  openLogFile(folder).write('two\n');
  expect(readFileSync(join(folder, 'quittance.log'), 'utf8')).toBe('one\ntwo\n');
});

test('a folder that cannot be made loses lines, not the program', () => {
  writeFileSync(join(folder, 'taken'), '');
  const file = openLogFile(join(folder, 'taken'));
  expect(() => file.write('line\n')).not.toThrow();
});
