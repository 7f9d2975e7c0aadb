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
    // jsdom has no scrolling: the position is kept, and the list hears of it.
    Element.prototype.scrollTo = function scroll(this: Element, options?: ScrollToOptions | number) {
      this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0;
      this.dispatchEvent(new Event('scroll'));
    };
  });
  afterEach(() => {
    const { clientWidth, clientHeight, scrollTo } = originals;
    Object.defineProperties(Element.prototype, { clientWidth, clientHeight });
    if (scrollTo !== undefined) Object.defineProperty(Element.prototype, 'scrollTo', scrollTo);
  });
}
