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

  it('fails as a whole when one document cannot be made', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield entry('a.pdf', 'one');
      throw new Error('no second document');
    }
    await expect(wholeZip(entries())).rejects.toThrow('no second document');
  });
});
