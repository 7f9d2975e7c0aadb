// Paints the drawing into pixels by each shape's distance from the pixel's centre, which needs no library and gives smooth edges.
import { side, type Point, type Shape } from './drawing.ts';

export interface Pixels {
  /** Width and height. */
  readonly size: number;
  /** Red, green, blue, alpha of each pixel, row by row. */
  readonly rgba: Uint8Array;
}

export function paint(shapes: readonly Shape[], size: number): Pixels {
  const rgba = new Uint8Array(size * size * 4);
  const unit = side / size;
  const layers = shapes.map((shape) => ({ shape, colour: channels(shape.colour) }));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at: Point = [(column + 0.5) * unit, (row + 0.5) * unit];
      const offset = (row * size + column) * 4;
      for (const { shape, colour } of layers) {
        blend(rgba, offset, colour, Math.min(1, Math.max(0, 0.5 - distance(shape, at) / unit)));
      }
    }
  }
  return { size, rgba };
}

/** Units from the shape's edge, negative inside. */
function distance(shape: Shape, at: Point): number {
  switch (shape.kind) {
    case 'tile':
      return distanceFromTile(shape.inset, shape.radius, at);
    case 'polygon':
      return distanceFromPolygon(shape.points, at);
    case 'stroke':
      return (
        Math.min(...sides(shape.points).map(([from, to]) => distanceFromLine(from, to, at))) - shape.width / 2
      );
  }
}

/** The lines from each point to the next. */
function sides(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((to, index) => [points[index] ?? to, to]);
}

function distanceFromPolygon(points: readonly Point[], at: Point): number {
  const around = sides([...points, ...points.slice(0, 1)]);
  const gap = Math.min(...around.map(([from, to]) => distanceFromLine(from, to, at)));
  // A ray to the right meets the outline an odd number of times from inside.
  const crossed = around.filter(([from, to]) => {
    if (from[1] > at[1] === to[1] > at[1]) return false;
    return at[0] < from[0] + ((to[0] - from[0]) * (at[1] - from[1])) / (to[1] - from[1]);
  });
  return crossed.length % 2 === 1 ? -gap : gap;
}

function distanceFromTile(inset: number, radius: number, [x, y]: Point): number {
  const half = side / 2 - inset - radius;
  const across = Math.abs(x - side / 2) - half;
  const down = Math.abs(y - side / 2) - half;
  return length([Math.max(across, 0), Math.max(down, 0)]) + Math.min(Math.max(across, down), 0) - radius;
}

function distanceFromLine(from: Point, to: Point, at: Point): number {
  const line = minus(to, from);
  const way = minus(at, from);
  const share = Math.min(
    1,
    Math.max(0, (way[0] * line[0] + way[1] * line[1]) / (line[0] ** 2 + line[1] ** 2)),
  );
  return length([way[0] - line[0] * share, way[1] - line[1] * share]);
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}

function length([x, y]: Point): number {
  return Math.hypot(x, y);
}

function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Paints `colour` over what is there, `cover` being how much of the pixel it takes. */
function blend(rgba: Uint8Array, offset: number, colour: readonly number[], cover: number): void {
  if (cover === 0) return;
  const below = (rgba[offset + 3] ?? 0) / 255;
  const alpha = cover + below * (1 - cover);
  for (const [index, value] of colour.entries()) {
    const was = rgba[offset + index] ?? 0;
    rgba[offset + index] = Math.round((value * cover + was * below * (1 - cover)) / alpha);
  }
  rgba[offset + 3] = Math.round(alpha * 255);
}
