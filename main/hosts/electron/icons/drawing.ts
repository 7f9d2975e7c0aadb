// The program's mark, as geometry on a square of 1024 units: a torn-off receipt with a tick, as beside the name in the window.

export type Point = readonly [x: number, y: number];

export type Shape =
  | { readonly kind: 'tile'; readonly inset: number; readonly radius: number; readonly colour: string }
  | { readonly kind: 'polygon'; readonly points: readonly Point[]; readonly colour: string }
  | {
      readonly kind: 'stroke';
      readonly points: readonly Point[];
      readonly width: number;
      readonly colour: string;
    };

export const side = 1024;

const ground = '#4350d0';
const paper = '#ffffff';

/** Corners on a square of 32 units, as in the window's logo. */
const receipt: readonly Point[] = [
  [9, 7.5],
  [9, 24.5],
  [11.4, 22.9],
  [13.7, 24.5],
  [16, 22.9],
  [18.3, 24.5],
  [20.6, 22.9],
  [23, 24.5],
  [23, 7.5],
];
const tick: readonly Point[] = [
  [12.6, 14.6],
  [15, 17],
  [19.6, 12.2],
];
const tickWidth = 2.1;

/** An icon stands alone, so its mark fills more of the tile than beside a name. */
const enlarged = 1.15;

/** On macOS an icon keeps a margin inside its square; elsewhere it fills it. */
export type Platform = 'mac' | 'other';

/** Painted in this order. */
export function drawing(platform: Platform): readonly Shape[] {
  const inset = platform === 'mac' ? 100 : 24;
  const tile = side - 2 * inset;
  const unit = (tile / 32) * enlarged;
  const place = ([x, y]: Point): Point => [side / 2 + (x - 16) * unit, side / 2 + (y - 16) * unit];
  return [
    { kind: 'tile', inset, radius: 0.225 * tile, colour: ground },
    { kind: 'polygon', points: receipt.map(place), colour: paper },
    { kind: 'stroke', points: tick.map(place), width: tickWidth * unit, colour: ground },
  ];
}
