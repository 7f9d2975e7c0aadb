// Theme and density: written on the root element for the style sheets, and remembered so that the next start opens in them.
import { z } from 'zod';
import type { Settings } from '../../shared/contract/settings.ts';

export type Appearance = Settings['appearance'];

const NAME = 'quittance-appearance';
const Remembered = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
});

export function applyAppearance({ theme, density }: Appearance): void {
  const { dataset } = document.documentElement;
  dataset['density'] = density;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

export function rememberAppearance(appearance: Appearance): void {
  localStorage.setItem(NAME, JSON.stringify(appearance));
}

export function rememberedAppearance(): Appearance {
  const text = localStorage.getItem(NAME);
  const parsed = Remembered.safeParse(text === null ? null : JSON.parse(text));
  return parsed.success ? parsed.data : { theme: 'system', density: 'comfortable' };
}
