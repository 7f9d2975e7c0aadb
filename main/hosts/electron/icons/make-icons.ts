// `npm run icons`: draws the program's icons for every operating system into this folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawing, type Platform } from './drawing.ts';
import { toIcns, toIco, toPng } from './image-files.ts';
import { paint } from './raster.ts';
import { toSvg } from './svg.ts';

const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const macSizes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

const here = import.meta.dirname;
const png = (platform: Platform, size: number) => toPng(paint(drawing(platform), size));

mkdirSync(join(here, 'png'), { recursive: true });
writeFileSync(join(here, 'icon.svg'), toSvg(drawing('other')));
writeFileSync(join(here, 'icon.ico'), toIco(windowsSizes.map((size) => ({ size, png: png('other', size) }))));
writeFileSync(
  join(here, 'icon.icns'),
  toIcns(macSizes.map(([type, size]) => ({ type, png: png('mac', size) }))),
);
for (const size of linuxSizes) writeFileSync(join(here, 'png', `${size}x${size}.png`), png('other', size));
