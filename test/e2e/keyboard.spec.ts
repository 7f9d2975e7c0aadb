// The main job with no mouse at all: every step is keys, sent to whatever has the focus.
import { readPdf } from '../support/read-pdf.ts';
import { customerPays, emailsAtStripe, objectsAtStripe } from './stories/at-stripe.ts';
import { command, focused, sequence, tabTo, typeInto } from './stories/keys.ts';
import { badge, CUSTOMER, LINES, RATES, rows, TOTAL } from './stories/steps.ts';
import { expect, PAGE_ONLY, test, type Program } from './support/fixtures.ts';

test.use({ stripe: 'separate' });

async function connect({ page }: Program): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Connect with a key' }));
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByLabel('Stripe key'), 'sk_test_KeyboardsOwnKey0001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
}

async function addCustomer({ page }: Program): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await typeInto(page, page.getByLabel('Name', { exact: true }), CUSTOMER.name);
  await page.keyboard.press('Tab');
  await typeInto(page, page.getByLabel('E-mail'), CUSTOMER.email);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: CUSTOMER.name })).toBeVisible();
}

async function addTaxRates({ page }: Program): Promise<void> {
  await page.keyboard.press('Control+,');
  await tabTo(page, page.getByRole('link', { name: 'Invoicing and taxes' }));
  await page.keyboard.press('Enter');
  for (const { name, percent } of RATES) {
    await tabTo(page, page.getByRole('button', { name: 'New tax rate' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New tax rate' });
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await typeInto(page, dialog.getByLabel('Rate', { exact: true }), percent);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
  }
}

async function writeInvoice({ page }: Program): Promise<void> {
  await page.keyboard.press('Control+n');
  await typeInto(page, page.getByRole('combobox', { name: 'Customer', exact: true }), 'Acme');
  await expect(page.getByRole('option', { name: CUSTOMER.name })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Description, line 1'));
  for (const [index, { description, quantity, price, rate }] of LINES.entries()) {
    const at = `line ${index + 1}`;
    // Behind the last cell of a line, Tab begins the next one.
    if (index > 0) await page.keyboard.press('Tab');
    await typeInto(page, page.getByLabel(`Description, ${at}`), description);
    await page.keyboard.press('Tab');
    await typeInto(page, page.getByLabel(`Quantity, ${at}`), quantity);
    await page.keyboard.press('Tab');
    await typeInto(page, page.getByLabel(`Unit price, ${at}`), price);
    await page.keyboard.press('Tab');
    await chooseTax({ page }, at, rate);
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(`Discount, ${at}`)).toBeFocused();
  }
  await tabTo(page, page.getByLabel('Discount on the invoice'));
  await page.keyboard.type('100');
  await expect(page.getByTestId('draft-total')).toHaveText(TOTAL);
}

async function chooseTax({ page }: Pick<Program, 'page'>, at: string, rate: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Tax, ${at}` })).toBeFocused();
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('menuitem', { name: rate });
  await expect(wanted).toBeVisible();
  while ((await wanted.and(focused(page)).count()) === 0) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
  // A menu gives the focus back in the frame after it has gone, wherever it is by then.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(page.getByRole('button', { name: `Tax, ${at}: ${rate}` })).toBeFocused();
}

test(
  'creates, sends, refunds and exports a three-line invoice',
  PAGE_ONLY,
  async ({ program, simulator }) => {
    const { page } = program;
    await test.step('connects, adds the customer and the rates', async () => {
      await connect(program);
      await addCustomer(program);
      await addTaxRates(program);
    });
    await test.step('writes and sends', async () => {
      await writeInvoice(program);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('dialog', { name: 'Review and send' })).toContainText(TOTAL);
      await page.keyboard.press('Control+Enter');
      await expect(badge(page)).toContainText('Open');
      expect(await emailsAtStripe(simulator)).toBe(1);
    });
    await test.step('asks Stripe, and sees it paid', async () => {
      await customerPays(simulator);
      await command(page, 'Sync with Stripe now');
      await expect(badge(page)).toContainText('Paid');
    });
    await test.step('refunds a part', async () => {
      await command(page, 'Refund');
      await typeInto(
        page,
        page.getByRole('dialog', { name: 'Refund' }).getByLabel('Amount', { exact: true }),
        '50',
      );
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Refund €50.00' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(badge(page)).toContainText('Partially refunded');
      expect(await objectsAtStripe(simulator, 'refund')).toHaveLength(1);
    });
    await test.step('exports', async () => {
      const file = await program.save(() => page.keyboard.press('Control+e'));
      expect(readPdf(file.bytes).pages.join()).toContain(CUSTOMER.name);
    });
  },
);

test('goes everywhere, and comes back', PAGE_ONLY, async ({ program }) => {
  const { page } = program;
  await connect(program);
  await addCustomer(program);
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  await test.step('by sequences of letters', async () => {
    for (const [key, name] of [
      ['i', 'Invoices'],
      ['p', 'Payments'],
      ['r', 'Refunds'],
      ['d', 'Disputes'],
      ['a', 'Activity'],
      ['h', 'Home'],
      ['c', 'Customers'],
    ] as const) {
      await sequence(page, 'g', key);
      await expect(heading(name)).toBeVisible();
    }
  });
  await test.step('into a row and back by Escape', async () => {
    await expect(page.getByRole('grid', { name: 'Customers' })).toBeFocused();
    // The list has the focus before its rows have come, and Enter opens nothing until then.
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(heading(CUSTOMER.name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(heading('Customers')).toBeVisible();
  });
  await test.step('by the palette, which finds what is in the books', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Brückenbau');
    await expect(page.getByRole('menuitem', { name: CUSTOMER.name })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(heading(CUSTOMER.name)).toBeVisible();
  });
  await test.step('with the sheet of shortcuts, which Escape closes and nothing else', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(heading(CUSTOMER.name)).toBeVisible();
  });
  await test.step('never by a plain letter that is typed into a field', async () => {
    await page.keyboard.press('e');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await page.keyboard.type('gi?');
    await expect(focused(page)).toHaveValue(`${CUSTOMER.name}gi?`);
    await page.keyboard.press('Escape');
    await expect(heading(CUSTOMER.name)).toBeVisible();
  });
});
