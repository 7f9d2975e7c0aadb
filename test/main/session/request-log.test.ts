import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRequestLog, type RequestLog } from '../../../main/session/request-log.ts';
import { writtenLine } from '../../../main/session/request-line.ts';
import type { RequestRecord } from '../../../main/stripe/record.ts';
import { createVirtualClock, NOON } from '../../support/virtual-clock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-requests-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const RECORD: RequestRecord = {
  at: NOON,
  operation: 'invoices.sendInvoice',
  status: 200,
  durationMs: 412.6,
  requestId: 'req_AbC123',
  idempotencyKey: '0b1c6a54-4ba7-4a1d-9ba3-2f1f0b9f2f10:3:1',
  attempt: 2,
  replayed: false,
  objectIds: ['in_1QabCDefGHijKLmn'],
  amount: 12_345,
  currency: 'eur',
  error: null,
};

const READ: RequestRecord = {
  ...RECORD,
  operation: 'events.list',
  requestId: 'req_Read1',
  idempotencyKey: null,
  attempt: 1,
  objectIds: [],
  amount: null,
  currency: null,
};

interface Opened {
  readonly log: RequestLog;
  readonly told: () => number;
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly errors: readonly string[];
}

function open(bounds?: { readonly fileBytes: number; readonly files: number }): Opened {
  const clock = createVirtualClock(NOON);
  let told = 0;
  const errors: string[] = [];
  const log = openRequestLog({
    folder,
    clock,
    log: { info: () => undefined, error: (event) => errors.push(event) },
    onAdded: () => (told += 1),
    ...(bounds ? { bounds } : {}),
  });
  return { log, told: () => told, clock, errors };
}

const files = (): string[] => readdirSync(join(folder, 'requests')).toSorted();
const written = (): string =>
  files()
    .map((name) => readFileSync(join(folder, 'requests', name), 'utf8'))
    .join('');
const all = { show: 'all', limit: 200 } as const;

describe('a request', () => {
  it('is one line of JSON with what was done, to what, under which key, and what came of it', () => {
    const { log } = open();
    log.add(RECORD);
    expect(written().endsWith('\n')).toBe(true);
    expect(JSON.parse(written())).toEqual({
      time: '2026-06-15T10:00:00.000Z',
      operation: 'invoices.sendInvoice',
      objectIds: ['in_1QabCDefGHijKLmn'],
      amount: 12_345,
      currency: 'eur',
      requestId: 'req_AbC123',
      idempotencyKey: '0b1c6a54-4ba7-4a1d-9ba3-2f1f0b9f2f10:3:1',
      attempt: 2,
      replayed: false,
      status: 200,
      error: null,
      durationMs: 413,
    });
  });

  it('leaves nothing of a key, an e-mail, an address, a name or a bank account, whichever field it stands in', () => {
    const canaries = [
      'sk_test_51Canary0001Canary',
      'rk_live_Canary0002',
      'whsec_Canary0003',
      'pi_1_secret_Canary0004',
      'canary@example.com',
      'DE89370400440532013000',
      'DE89 3704 0044 0532 0130 00',
      'Canaryweg 5, 20457 Hamburg',
      '{"body":"Canary"}',
    ];
    for (const canary of canaries) {
      for (const text of [canary, `No such customer: ${canary}`]) {
        const line = writtenLine({
          ...RECORD,
          operation: text,
          requestId: text,
          idempotencyKey: text,
          objectIds: [text],
          currency: text,
          error: text,
        });
        expect(line, canary).not.toMatch(/canary|8937|8940/i);
        expect(line, canary).not.toContain(canary);
      }
    }
  });

  it('is never more than the named fields, whatever else comes with it', () => {
    const { log } = open();
    const more = {
      ...RECORD,
      body: 'canary',
      headers: { authorization: 'canary' },
      params: { name: 'canary' },
    };
    log.add(more);
    expect(written()).not.toContain('canary');
  });

  it('is one readable line for any texts', async () => {
    const texts = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(texts, texts, async (one, other) => {
        const line = writtenLine({ ...RECORD, requestId: one, objectIds: [other], error: one });
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toMatchObject({ operation: 'invoices.sendInvoice' });
      }),
    );
  });
});

describe('the files', () => {
  it('stay within their bounds, lose the oldest first, and belong to their owner', async () => {
    const { log } = open({ fileBytes: 2_000, files: 3 });
    for (let n = 0; n < 100; n += 1) log.add({ ...RECORD, requestId: `req_${n}` });
    expect(files()).toHaveLength(3);
    for (const name of files()) {
      const { size, mode } = statSync(join(folder, 'requests', name));
      expect(size).toBeLessThanOrEqual(2_000);
      expect(mode & 0o077).toBe(0);
    }
    const { rows } = await log.list(all);
    expect(rows.map(({ requestId }) => requestId)).toEqual(rows.map((_, index) => `req_${99 - index}`));
    expect(rows.length).toBeGreaterThan(8);
  });

  it('go on where the last run ended', async () => {
    open().log.add(RECORD);
    const { log } = open();
    log.add(READ);
    const { rows } = await log.list(all);
    expect(rows.map(({ requestId }) => requestId)).toEqual(['req_Read1', 'req_AbC123']);
  });

  it('lose only the line that a power cut has cut short', async () => {
    const first = open();
    first.log.add(RECORD);
    first.log.add(READ);
    const file = join(folder, 'requests', files()[0] ?? '');
    truncateSync(file, statSync(file).size - 20);
    const { log } = open();
    log.add({ ...RECORD, requestId: 'req_After' });
    const { rows } = await log.list(all);
    expect(rows.map(({ requestId }) => requestId)).toEqual(['req_After', 'req_AbC123']);
  });

  it('lose lines, not the request, where the disk refuses', async () => {
    writeFileSync(join(folder, 'requests'), '');
    const { log, errors } = open();
    expect(() => log.add(RECORD)).not.toThrow();
    expect(errors).toEqual(['requests.not-kept']);
  });
});

describe('searching', () => {
  it.each([
    ['sendinvoice', 1],
    ['req_AbC', 1],
    ['0b1c6a54', 1],
    ['in_1Qab', 1],
    ['card_declined', 1],
    ['REQ_', 3],
    // The time and the amount are not what one searches for; the names of fields even less.
    ['12345', 0],
    ['operation', 0],
  ])('%s finds %i', async (search, count) => {
    const { log } = open();
    log.add(RECORD);
    log.add(READ);
    const refused = { operation: 'refunds.create', requestId: 'req_No', idempotencyKey: 'k', objectIds: [] };
    log.add({ ...RECORD, ...refused, status: 402, error: 'card_declined' });
    const { rows } = await log.list({ ...all, search });
    expect(rows).toHaveLength(count);
  });

  it('shows only what went wrong, or only what was written', async () => {
    const { log } = open();
    log.add(RECORD);
    log.add({ ...READ, status: null, error: 'timeout' });
    const operations = async (show: 'writes' | 'errors'): Promise<string[]> =>
      (await log.list({ show, limit: 10 })).rows.map(({ operation }) => operation);
    expect(await operations('errors')).toEqual(['events.list']);
    expect(await operations('writes')).toEqual(['invoices.sendInvoice']);
  });

  it('pages through everything once, newest first, while lines are being added', async () => {
    const { log } = open({ fileBytes: 1_500, files: 50 });
    for (let n = 0; n < 60; n += 1) log.add({ ...RECORD, requestId: `req_${n}` });
    const seen: (string | null)[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page = await log.list({ show: 'all', limit: 7, ...(before === undefined ? {} : { before }) });
      seen.push(...page.rows.map(({ requestId }) => requestId));
      log.add(READ);
      before = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `req_${59 - index}`));
  });
});

describe('telling the page', () => {
  it('happens once for a burst, and not after the books are closed', async () => {
    const { log, told, clock } = open();
    for (let n = 0; n < 50; n += 1) log.add(READ);
    expect(told()).toBe(0);
    await clock.advance(1_000);
    expect(told()).toBe(1);
    log.add(READ);
    log.close();
    await clock.advance(10_000);
    expect(told()).toBe(1);
  });
});
