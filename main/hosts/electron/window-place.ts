// Where a window opens: where it was, as far as that is still on a screen.
import type { Bounds } from './host-state.ts';

export const smallest = { width: 900, height: 600 } as const;
const usual = { width: 1280, height: 860 } as const;

/** A window is only found again if this much of its top edge can be seen and held. */
const grip = { width: 100, height: 40 } as const;

export type WindowPlace = Partial<Pick<Bounds, 'x' | 'y'>> & Pick<Bounds, 'width' | 'height'>;

/** Fits remembered bounds into the work areas of today's displays; without a display for them, the system chooses the place. */
export function placeWindow(remembered: Bounds | null, workAreas: readonly Bounds[]): WindowPlace {
  const home = workAreas.find((area) => remembered !== null && isWithinReach(remembered, area));
  const area = home ?? workAreas[0];
  const wanted = remembered ?? usual;
  const width = clamp(wanted.width, smallest.width, area?.width ?? wanted.width);
  const height = clamp(wanted.height, smallest.height, area?.height ?? wanted.height);
  if (remembered === null || home === undefined) return { width, height };
  return {
    x: clamp(remembered.x, home.x, home.x + home.width - width),
    y: clamp(remembered.y, home.y, home.y + home.height - height),
    width,
    height,
  };
}

function isWithinReach(window: Bounds, area: Bounds): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    seen >= grip.width && window.y >= area.y - grip.height && window.y <= area.y + area.height - grip.height
  );
}

/** Where the bounds cross (a screen smaller than our smallest window), the lower one wins. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
