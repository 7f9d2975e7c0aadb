// Theme and density: written on the root element for the style sheets, and remembered so that the next start opens in them.
import type { Settings } from '../../shared/contract/settings.ts';

export type Appearance = Settings['appearance'];

const NAME = 'quittance-appearance';
const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

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
  const kept: unknown = text === null ? null : JSON.parse(text);
  const part = (name: string): unknown =>
    typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : null;
  return {
    theme: THEMES.find((theme) => theme === part('theme')) ?? 'system',
    density: DENSITIES.find((density) => density === part('density')) ?? 'comfortable',
  };
}
