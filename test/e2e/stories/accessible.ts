// No violation of WCAG 2.2 AA that axe can find, in light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of these levels that look at colours: nothing else of a page is another in the other theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Waits, in the page, until every colour is the new one and what fades in has come: two frames in which nothing that ends is moving.
 * A colour that is inherited moves on by one element a frame, so what moves has to be asked for anew in each.
 */
async function settle(): Promise<void> {
  const isMoving = (animation: Animation): boolean =>
    animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity;
  for (let still = 0; still < 2; still += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    if (document.getAnimations().some(isMoving)) still = -1;
  }
}

/** In place of axe itself where the page has it already: half a megabyte less to compile. */
const NOTHING = ';';

/** Axe before it knows what to look for. */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return (
    new AxeBuilder(isThere ? { page, axeSource: NOTHING } : { page })
      // The program has no frames, and the other mode opens a page of its own for every look.
      .setLegacyMode(true)
      // Telling of everything that passes is half of its work.
      .options({ resultTypes: ['violations'] })
      // What is announced to screen readers stays in the page for some seconds, and refers to what may be gone by then.
      .exclude('[data-live-announcer]')
  );
}

/**
 * Looks at the page as it is, in both themes; `what` names it in a failure. The loopback host and the built bundles of Electron show the
 * same build of it, where `npm test` tells the same story in both: it is looked at in the first.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  if (test.info().project.name === 'electron-fake') return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(settle);
    const look = await axe(page);
    const isFirst = colorScheme === 'light';
    const { violations } = await (isFirst ? look.withTags(LEVELS) : look.withRules(COLOUR_RULES)).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
