import { expect, test } from 'vitest';
import { textParts } from '../../../main/exports/text-parts.ts';

async function partsOf(texts: Iterable<string>): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of textParts(texts)) parts.push(part);
  return parts;
}

test('the parts are the text, none of them large', async () => {
  const texts = Array.from({ length: 5000 }, (_, line) => `${line} Brückenbau 東京\n`);
  const parts = await partsOf(texts);
  expect(Buffer.concat(parts).toString('utf8')).toBe(texts.join(''));
  expect(parts.length).toBeGreaterThan(2);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(100_000);
});

test('no text is read before the part before it was taken', async () => {
  let read = 0;
  const texts = (function* () {
    for (; read < 100; read += 1) yield 'x'.repeat(40_000);
  })();
  const parts = textParts(texts);
  await parts.next();
  expect(read).toBe(0);
  await parts.next();
  expect(read).toBe(1);
});

test('nothing gives nothing, and an error goes to the reader', async () => {
  expect(await partsOf([])).toEqual([]);
  const failing = (function* () {
    yield 'one';
    throw new Error('no second text');
  })();
  await expect(partsOf(failing)).rejects.toThrow('no second text');
});
