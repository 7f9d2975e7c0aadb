// The drawing as SVG text.
import { side, type Point, type Shape } from './drawing.ts';

export function toSvg(shapes: readonly Shape[]): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">`;
  return [head, ...shapes.map((shape) => `  ${element(shape)}`), '</svg>', ''].join('\n');
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'tile': {
      const { inset, radius, colour } = shape;
      const width = number(side - 2 * inset);
      return `<rect x="${inset}" y="${inset}" width="${width}" height="${width}" rx="${number(radius)}" fill="${colour}"/>`;
    }
    case 'polygon':
      return `<polygon points="${list(shape.points)}" fill="${shape.colour}"/>`;
    case 'stroke': {
      const ends = 'stroke-linecap="round" stroke-linejoin="round"';
      return `<polyline points="${list(shape.points)}" fill="none" stroke="${shape.colour}" stroke-width="${number(shape.width)}" ${ends}/>`;
    }
  }
}

function list(points: readonly Point[]): string {
  return points.map((point) => point.map(number).join(',')).join(' ');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
