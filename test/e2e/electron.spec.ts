// What only Electron's host has: a preload, navigation guards and a menu, all from the built bundles.
import { expect, test } from './support/fixtures.ts';

test.beforeEach(async ({ program }) => {
  await expect(program.page.getByText('Try with sample data')).toBeVisible();
});

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

test.describe('with a Stripe account', () => {
  test.use({ stripe: 'separate' });

  test('the system asks before the key is forgotten, and the page cannot answer for the person', async ({
    program,
  }) => {
    const { page } = program;
    const call = (name: string, input: unknown) =>
      page.evaluate(
        (message) => {
          const bridge = Reflect.get(globalThis, 'bridge') as {
            call: (name: string, input: unknown) => Promise<unknown>;
          };
          return bridge.call(message.name, message.input);
        },
        { name, input },
      );
    await call('stripe.connect', { commandId: crypto.randomUUID(), key: 'sk_test_KeyOfTheElectronStory' });
    await program.agree(false);
    const forget = () => call('stripe.forgetKey', { commandId: crypto.randomUUID() });
    expect(await forget()).toMatchObject({ ok: false, error: { code: 'not-confirmed' } });
    expect(await call('app.state', {})).toMatchObject({ value: { key: { present: true } } });
    await program.agree(true);
    expect(await forget()).toMatchObject({ ok: true });
    expect(await program.asked()).toEqual(['Forget the Stripe key?', 'Forget the Stripe key?']);
  });
});
