import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipParts } from '../../../main/documents/zip.ts';
import type { ZipEntry } from '../../../main/documents/zip.ts';
import { wholeOf } from '../../support/whole-of.ts';

const entry = (name: string, text: string): ZipEntry => ({
  name,
  bytes: new TextEncoder().encode(text),
  modifiedAt: '2026-11-23T09:30:00.000Z',
});

const wholeZip = (entries: Parameters<typeof zipParts>[0]): Promise<Uint8Array> => wholeOf(zipParts(entries));

const textsOf = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );

describe('zip', () => {
  it('keeps every document, also under a repeated name', async () => {
    const zip = await wholeZip([entry('a.pdf', 'one'), entry('A.pdf', 'two'), entry('b.pdf', '')]);
    expect(textsOf(zip)).toEqual({ 'a.pdf': 'one', 'A-2.pdf': 'two', 'b.pdf': '' });
  });

  it('may be empty', async () => {
    expect(textsOf(await wholeZip([]))).toEqual({});
  });

  it('gives the same bytes in every time zone', async () => {
    const zone = process.env['TZ'];
    const zips: Uint8Array[] = [];
    for (const name of ['America/Los_Angeles', 'Asia/Tokyo']) {
      process.env['TZ'] = name;
      zips.push(await wholeZip([entry('a.pdf', 'one')]));
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(zips[0]).toEqual(zips[1]);
  });

  it('gives out a document before it asks for the next', async () => {
    const log: string[] = [];
    function* entries(): Generator<ZipEntry> {
      for (const name of ['a.pdf', 'b.pdf']) {
        log.push(`asked for ${name}`);
        yield entry(name, 'text');
      }
    }
    for await (const part of zipParts(entries())) log.push(`${part.length > 0}`);
    const second = log.indexOf('asked for b.pdf');
    expect(log[0]).toBe('asked for a.pdf');
    expect(log.slice(1, second)).toContain('true');
  });

  it('deflates what is not compressed inside, and keeps no more of it in memory than is taken', async () => {
    const line = '2026-03-01,4000,Revenue,-100.00\n'.repeat(2_000);
    const asked: number[] = [];
    const askedWhenTaken: number[] = [];
    async function* lines(): AsyncGenerator<Uint8Array> {
      for (let part = 0; part < 200; part += 1) {
        asked.push(part);
        yield new TextEncoder().encode(`${part},${line}`);
      }
    }
    const zip: Uint8Array[] = [];
    const csv = { ...entry('Journal.csv', ''), bytes: lines() };
    for await (const part of zipParts([csv, entry('a.pdf', 'a'.repeat(1_000))])) {
      zip.push(part);
      askedWhenTaken.push(asked.length);
    }
    // A deflater holds back some of its output, which is a hundred times as much of this.
    expect(askedWhenTaken[1]).toBeLessThan(150);
    const whole = Buffer.concat(zip);
    const read = textsOf(whole);
    expect(read['Journal.csv']).toHaveLength(200 * line.length + 690);
    expect(read['a.pdf']).toBe('a'.repeat(1_000));
    expect(whole.length).toBeGreaterThan(1_000);
    expect(whole.length).toBeLessThan(200 * line.length * 0.05);
  });

  it('fails as a whole when a deflated document breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('day,amount\n');
      throw new Error('the books were closed');
    }
    await expect(wholeZip([{ ...entry('a.csv', ''), bytes: broken() }])).rejects.toThrow(
      'the books were closed',
    );
  });

  it('fails as a whole when one document cannot be made', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield entry('a.pdf', 'one');
      throw new Error('no second document');
    }
    await expect(wholeZip(entries())).rejects.toThrow('no second document');
  });
});
