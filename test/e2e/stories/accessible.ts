// No violation of WCAG 2.2 AA that axe can find, in light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits, in the page, until every colour is the new one and what fades in has come: two frames, then each animation that ends. */
async function settle(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const ending = document
    .getAnimations()
    .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((animation) => animation.finished));
}

/** Looks at the page as it is, in both themes; `what` names it in a failure. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // What is announced to screen readers is in the page for some seconds, and refers to what may be gone by then.
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(settle);
    // The program has no frames, and the other mode opens a page of its own for every look.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
