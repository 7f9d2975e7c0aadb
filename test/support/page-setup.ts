// What every test of the page needs: the DOM matchers, patience, and an empty page before the next test.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { clearToasts } from '../../renderer/ui/toast.tsx';

// A busy machine is slow, not wrong: what is waited for may take as long as the test may.
configure({ asyncUtilTimeout: 60_000 });

// jsdom lays nothing out and does not know it: an element has its size when it is first looked at, and keeps it.
vi.stubGlobal(
  'ResizeObserver',
  class {
    readonly #look: () => void;
    constructor(look: ResizeObserverCallback) {
      this.#look = () => look([], this);
    }
    observe(): void {
      this.#look();
    }
    unobserve(): void {}
    disconnect(): void {}
  },
);

// jsdom has no scrolling: the position is kept, and what scrolls hears of it.
Element.prototype.scrollTo = function scroll(this: Element, options?: ScrollToOptions | number) {
  this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0;
  this.dispatchEvent(new Event('scroll'));
};

// The files of tests share a document, as the screens do: each starts at the start.
location.hash = '';
sessionStorage.clear();

afterEach(() => {
  cleanup();
  clearToasts();
});
