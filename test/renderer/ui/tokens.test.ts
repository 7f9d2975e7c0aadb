import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

/** A colour role in both themes. */
function role(name: string): { readonly light: string; readonly dark: string } {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const pair = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(value);
  const plain = /^#[0-9a-f]{6}$/.exec(value)?.[0];
  const light = pair?.[1] ?? plain;
  const dark = pair?.[2] ?? plain;
  if (light === undefined || dark === undefined) throw new Error(`No colour --${name}`);
  return { light, dark };
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'inset', 'hover'];
const texts = ['text', 'text-muted', 'text-faint', 'accent', 'bad', 'good', 'warning', 'info'];
const fills = [
  { text: 'on-accent', ground: 'accent-fill' },
  { text: 'on-accent', ground: 'accent-fill-hover' },
  { text: 'on-accent', ground: 'bad-fill' },
  { text: 'on-accent', ground: 'bad-fill-hover' },
];
const tones = ['good', 'warning', 'bad', 'info', 'accent', 'sample'];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const pairs = [
    ...texts.flatMap((text) => grounds.map((ground) => ({ text, ground }))),
    ...tones.map((tone) => ({ text: tone, ground: `${tone}-soft` })),
    ...tones.slice(0, 4).map((tone) => ({ text: 'text', ground: `${tone}-soft` })),
    { text: 'text-muted', ground: 'neutral-soft' },
    ...fills,
  ];

  it.each(pairs)('has 4.5:1 between $text and $ground', ({ text, ground }) => {
    expect(contrast(role(text)[theme], role(ground)[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    { line: 'line-control', ground: 'surface' },
    { line: 'line-control', ground: 'raised' },
    { line: 'focus', ground: 'surface' },
    { line: 'focus', ground: 'canvas' },
  ])('has 3:1 between $line and $ground', ({ line, ground }) => {
    expect(contrast(role(line)[theme], role(ground)[theme])).toBeGreaterThanOrEqual(3);
  });
});
