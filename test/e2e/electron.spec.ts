// What only Electron's host has: a preload, navigation guards and a menu, all from the built bundles.
import { expect, test } from './support/fixtures.ts';

test.beforeEach(async ({ program }) => {
  await expect(program.page.getByText('Try with sample data')).toBeVisible();
});

test.use({ sample: 'made' });

test('the page reaches two functions and nothing of Node or Electron', async ({ program }) => {
  const reached = await program.page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(globalThis, 'bridge') as object).toSorted(),
    others: ['require', 'process', 'module', 'electron', 'ipcRenderer', '__quittanceInvoke'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(reached).toEqual({ bridge: ['call', 'subscribe'], others: [] });
});

test('a name that is not in the table of calls is refused as data', async ({ program }) => {
  const answers = await program.page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'bridge') as {
      call: (name: string, input: unknown) => Promise<unknown>;
    };
    return Promise.all(['constructor', '__proto__', 'keys.load', ''].map((name) => bridge.call(name, {})));
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
});

test('the page cannot leave, nor open anything', async ({ program }) => {
  const { page } = program;
  const address = page.url();
  await page.evaluate(() => {
    location.assign('https://example.com/');
  });
  await page.evaluate(() => {
    window.open('https://example.com/');
  });
  await expect.poll(() => page.context().pages().length).toBe(1);
  await expect(page.getByText('Try with sample data')).toBeVisible();
  expect(page.url()).toBe(address);
});

test('the menu asks the page for its commands', async ({ program }) => {
  await program.page.getByRole('button', { name: 'Open sample books' }).click();
  await expect(program.page.getByRole('link', { name: 'Customers' })).toBeVisible();
  await program.chooseMenu('go-customers');
  await expect(program.page.getByRole('heading', { name: 'Customers' })).toBeVisible();
});
