import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawing } from '../../../../../main/hosts/electron/icons/drawing.ts';
import { paint } from '../../../../../main/hosts/electron/icons/raster.ts';
import { toSvg } from '../../../../../main/hosts/electron/icons/svg.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'main', 'hosts', 'electron', 'icons');
const read = (name: string) => readFileSync(join(folder, name));

/** The pixels of a PNG whose rows have no filter. Compression may differ between systems, pixels may not. */
function pixelsOf(png: Buffer): { readonly size: number; readonly rgba: Uint8Array } {
  const size = png.readUInt32BE(16);
  const at = png.indexOf('IDAT', 0, 'latin1');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    rgba.set(rows.subarray(row * (size * 4 + 1) + 1, (row + 1) * (size * 4 + 1)), row * size * 4);
  }
  return { size, rgba };
}

test('the kept pictures are what the drawing gives', () => {
  expect(read('icon.svg').toString()).toBe(toSvg(drawing('other')));
  for (const size of [16, 64, 256]) {
    expect(pixelsOf(read(`png/${size}x${size}.png`))).toEqual(paint(drawing('other'), size));
  }
});

test('a picture is clear outside the tile and solid inside', () => {
  const { rgba } = paint(drawing('other'), 64);
  const alpha = (column: number, row: number) => rgba[(row * 64 + column) * 4 + 3];
  expect(alpha(0, 0)).toBe(0);
  expect(alpha(32, 4)).toBe(255);
  expect(alpha(32, 32)).toBe(255);
});

test('Windows finds every size in its file', () => {
  const ico = read('icon.ico');
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + index * 16;
    const png = ico.subarray(
      ico.readUInt32LE(entry + 12),
      ico.readUInt32LE(entry + 12) + ico.readUInt32LE(entry + 8),
    );
    expect(pixelsOf(png).size).toBe(ico.readUInt8(entry) || 256);
    return pixelsOf(png).size;
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('macOS finds every size in its file, and nothing after it', () => {
  const icns = read('icon.icns');
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: [string, number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found.push([icns.subarray(at, at + 4).toString(), pixelsOf(icns.subarray(at + 8)).size]);
  }
  expect(Object.fromEntries(found)).toEqual({
    ic11: 32,
    ic12: 64,
    ic07: 128,
    ic13: 256,
    ic08: 256,
    ic14: 512,
    ic09: 512,
    ic10: 1024,
  });
});
