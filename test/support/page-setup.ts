// What every test of the page needs: the DOM matchers, patience, and an empty document before the next test.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine is slow, not wrong: what is waited for may take as long as the test may.
configure({ asyncUtilTimeout: 60_000 });

afterEach(() => {
  cleanup();
});
