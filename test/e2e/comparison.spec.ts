// A comparison with everything at Stripe that finds what no event has told of: how many of each kind differed, and which.
import { expectAccessible } from './stories/accessible.ts';
import { issueAtStripe, postAtStripe } from './stories/at-stripe.ts';
import { connect, goTo } from './stories/steps.ts';
import { expect, PAGE_ONLY, test } from './support/fixtures.ts';
import type { SeparateSimulator } from './support/simulator.ts';

test.use({ stripe: 'separate' });

const LONG = 'Gesellschaft für angewandte Küstenvermessung und Gewässerkunde an der Unterelbe mbH & Co. KG';

/** No event tells of what happens from now on. */
async function silence(simulator: SeparateSimulator): Promise<void> {
  const fault = { kind: 'event_lag', delayMs: 300 * 86_400_000 };
  await simulator.control('faults', [{ match: { method: 'POST' }, fault, times: 1000 }]);
}

test(
  'what no event has told of is found, mended, and shown by kind and by name',
  PAGE_ONLY,
  async ({ program, simulator }) => {
    const { page } = program;
    const voided = await issueAtStripe(simulator);
    const noted = await issueAtStripe(simulator, LONG);
    await connect(page, 'sk_test_ComparisonsOwnKey0001');
    await goTo(page, 'Activity').click();
    await page.getByRole('tab', { name: 'Sync' }).click();
    await page.getByRole('button', { name: 'Sync now' }).click();
    // Every event that is heard makes the program fetch its object anew.
    await expect(page.getByText('Invoice issued')).toHaveCount(2);
    await expect(page.getByText('Up to date')).toBeVisible();
    await silence(simulator);
    await postAtStripe(simulator, `invoices/${voided}/void`);
    await postAtStripe(simulator, `invoices/${noted}`, { 'metadata[order]': '4711' });
    await issueAtStripe(simulator, 'Never heard of');
    // What happened just before a comparison is news, and no difference.
    await simulator.control('advance', { ms: 3_600_000 });
    await page.getByRole('button', { name: 'Compare everything with Stripe now' }).click();
    await expect(page.getByText(/^\d+ differed$/)).toBeVisible();
    const first = page.getByRole('table', { name: 'The first differences' });
    await expect(first.getByRole('row').filter({ hasText: voided })).toContainText('Was different here');
    await expect(first.getByRole('row').filter({ hasText: noted })).toContainText('metadata');
    await expect(first.getByText('Was not here').first()).toBeVisible();
    await expectAccessible(page, 'Activity, Sync, differences from Stripe');
    await first.getByRole('row').filter({ hasText: voided }).getByRole('link').click();
    await expect(page.getByText('Void', { exact: true }).first()).toBeVisible();
  },
);
