// Shortcuts as text (`Mod+Shift+N`, `g i`, `?`): how they match keys and how they are written for a person.

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `Mod` is Cmd on macOS and Ctrl elsewhere. */
export function isMac(): boolean {
  return /mac/i.test(navigator.userAgent);
}

/** True when one step of a shortcut is what was pressed. */
export function matchesStep(step: string, stroke: KeyStroke, mac: boolean): boolean {
  const parts = step.split('+');
  const key = parts.at(-1) ?? '';
  const wantsMod = parts.includes('Mod');
  const hasMod = mac ? stroke.metaKey : stroke.ctrlKey;
  if (hasMod !== wantsMod || (mac ? stroke.ctrlKey : stroke.metaKey)) return false;
  if (stroke.altKey !== parts.includes('Alt')) return false;
  // A sign such as `?` needs Shift on some keyboards and not on others: only letters and named keys ask for it.
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  if (!isSign && stroke.shiftKey !== parts.includes('Shift')) return false;
  return stroke.key.toLowerCase() === key.toLowerCase();
}

/** A shortcut without Ctrl, Cmd or Alt would type a letter into a field. */
export function isPlain(shortcut: string): boolean {
  return !/Mod\+|Alt\+/.test(shortcut);
}

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
};
const MAC_NAMES: Readonly<Record<string, string>> = { ...NAMES, Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** The keys of each step, as they are written on the keys: `[['Ctrl', 'N']]`, `[['G'], ['I']]`. */
export function shortcutKeys(shortcut: string, mac: boolean): readonly (readonly string[])[] {
  const names = mac ? MAC_NAMES : NAMES;
  return shortcut
    .split(' ')
    .map((step) => step.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
}

/** In one line: `Ctrl N`, `G then I`. */
export function shortcutText(shortcut: string, mac: boolean = isMac()): string {
  return shortcutKeys(shortcut, mac)
    .map((keys) => keys.join(mac ? '' : ' '))
    .join(' then ');
}
