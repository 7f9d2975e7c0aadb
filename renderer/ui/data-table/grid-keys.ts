// What the keys of a table mean: pure, so that the table only carries it out.

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type GridAction =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'clear' };

/** `page` is how many rows are in sight. Null when the key means nothing here. */
export function gridAction(press: KeyPress, active: number, count: number, page: number): GridAction | null {
  if (count === 0 || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'a' ? { kind: 'select-all' } : null;
  const target = targetOf(press.key, active, count, page);
  if (target !== null) return { kind: 'move', to: clamp(target, count), extend: press.shiftKey };
  if (press.shiftKey) return null;
  if (press.key === ' ') return { kind: 'toggle' };
  if (press.key === 'Enter') return { kind: 'open' };
  return press.key === 'Escape' ? { kind: 'clear' } : null;
}

function targetOf(key: string, active: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return active + 1;
    case 'ArrowUp':
    case 'k':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
