// Gives every element a size: jsdom lays nothing out, and a windowed list draws only what it can see.
import { afterEach, beforeEach } from 'vitest';

/** For the tests of the calling file; CSS pixels. The content of a list counts as long enough for any position. */
export function giveElementsASize(width: number, height: number): void {
  const sizes = { clientWidth: width, clientHeight: height };
  const originals = Object.getOwnPropertyDescriptors(Element.prototype);
  beforeEach(() => {
    for (const [name, value] of Object.entries(sizes)) {
      Object.defineProperty(Element.prototype, name, { configurable: true, get: () => value });
    }
  });
  afterEach(() => {
    const { clientWidth, clientHeight } = originals;
    Object.defineProperties(Element.prototype, { clientWidth, clientHeight });
  });
}
