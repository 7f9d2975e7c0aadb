import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow } from '../../../../main/hosts/electron/window-place.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1015 };
const second = { x: 1920, y: 0, width: 2560, height: 1440 };

test('the first time the system chooses the place, and the size is the usual one', () => {
  expect(placeWindow(null, [screen])).toEqual({ width: 1280, height: 860 });
});

test('a place that is still on a screen is kept', () => {
  const remembered = { x: 2000, y: 100, width: 1400, height: 900 };
  expect(placeWindow(remembered, [screen, second])).toEqual(remembered);
});

test('a place on a screen that is gone is not: the size fits the one that is there', () => {
  expect(placeWindow({ x: 2000, y: 100, width: 2400, height: 1300 }, [screen])).toEqual({
    width: 1920,
    height: 1015,
  });
});

test('a window that hangs over the edge is pulled back in', () => {
  expect(placeWindow({ x: 1700, y: 900, width: 1280, height: 860 }, [screen])).toEqual({
    x: 640,
    y: 180,
    width: 1280,
    height: 860,
  });
});

test('without any display, as in a remote session being set up, there is still a size', () => {
  expect(placeWindow({ x: 5, y: 5, width: 1280, height: 860 }, [])).toEqual({ width: 1280, height: 860 });
});

test('whatever is remembered, a placed window can be seen and held, and is never too small', () => {
  const coordinate = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 0, max: 10_000 });
  const bounds = fc.record({ x: coordinate, y: coordinate, width: size, height: size });
  fc.assert(
    fc.property(bounds, (remembered) => {
      const place = placeWindow(remembered, [screen, second]);
      expect(place.width).toBeGreaterThanOrEqual(900);
      expect(place.height).toBeGreaterThanOrEqual(600);
      if (place.x === undefined || place.y === undefined) return;
      const { x, y } = place;
      const inside = [screen, second].some(
        (area) =>
          x >= area.x &&
          y >= area.y &&
          x + place.width <= area.x + area.width &&
          y + place.height <= area.y + area.height,
      );
      expect(inside).toBe(true);
    }),
  );
});
