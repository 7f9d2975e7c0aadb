import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeHost, type StartedHost, type StartOptions } from '../../../support/electron/start-host.ts';

let root: string;
let start: (options?: StartOptions) => Promise<StartedHost>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quittance-host-'));
  start = (options) => startFakeHost(root, options);
});
afterEach(() => rmSync(root, { recursive: true }));

const bytes = new TextEncoder().encode('%PDF');

test('files are saved where the person says, and the folder is remembered', async () => {
  const savePath = join(root, 'A-1.pdf');
  const { electron, ports } = await start({ savePath });
  const save = () => ports().files.save('../../A-1.pdf', 'application/pdf', () => Promise.resolve(bytes));
  expect(await save()).toEqual({ kind: 'saved', name: 'A-1.pdf' });
  expect(readFileSync(savePath, 'utf8')).toBe('%PDF');
  await save();
  expect(electron.saveDialogs.map((dialog) => dialog.defaultPath)).toEqual([
    join('/home/ada/Documents', 'A-1.pdf'),
    savePath,
  ]);
});

test('nothing is made when the person cancels', async () => {
  const { ports } = await start();
  const produce = () => Promise.reject(new Error('must not be made'));
  expect(await ports().files.save('a.pdf', 'application/pdf', produce)).toEqual({ kind: 'canceled' });
});

test('nothing is left when the file cannot be made', async () => {
  const savePath = join(root, 'A-1.pdf');
  const { ports } = await start({ savePath });
  const saving = ports().files.save('a.pdf', 'application/pdf', () => Promise.reject(new Error('no')));
  await expect(saving).rejects.toThrow('no');
  expect(statSync(savePath, { throwIfNoEntry: false })).toBeUndefined();
});

test('a file in parts is whole or not there', async () => {
  const savePath = join(root, 'journal.csv');
  const { ports } = await start({ savePath });
  const parts = async function* (problem?: string): AsyncGenerator<Uint8Array> {
    yield bytes;
    yield bytes;
    if (problem !== undefined) throw new Error(problem);
  };
  const save = (problem?: string) =>
    ports().files.save('journal.csv', 'text/csv', () => Promise.resolve(parts(problem)));
  await expect(save('no third part')).rejects.toThrow('no third part');
  expect(readdirSync(root)).not.toContain('journal.csv');
  expect(await save()).toEqual({ kind: 'saved', name: 'journal.csv' });
  expect(readFileSync(savePath, 'utf8')).toBe('%PDF%PDF');
  expect(readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a click on a notification brings the window to the front', async () => {
  const { electron, ports } = await start();
  ports().notifier.notify({ title: 'Paid', body: 'A-1' });
  expect(electron.notifications).toMatchObject([{ title: 'Paid', body: 'A-1' }]);
  electron.notifications[0]?.click();
  expect(electron.windows[0]?.calls).toEqual(['show', 'focus']);
});

test('what is copied is on the clipboard of the system', async () => {
  const { electron, ports } = await start();
  expect(await ports().clipboard.write('https://invoice.stripe.com/i/1')).toBe(true);
  expect(electron.copied).toEqual(['https://invoice.stripe.com/i/1']);
});

test('addresses on the allow-list are opened, and no others', async () => {
  const { electron, ports } = await start();
  expect(await ports().opener.open('https://dashboard.stripe.com/invoices/in_1')).toBe(true);
  expect(await ports().opener.open('file:///etc/passwd')).toBe(false);
  expect(electron.opened).toEqual(['https://dashboard.stripe.com/invoices/in_1']);
});

describe('a question', () => {
  const question = {
    title: 'Refund €10.00 to Ada?',
    detail: 'It cannot be taken back.',
    action: 'Refund €10.00',
  };

  test('is asked in a box of the system, whose safe answer is the one that Return and Escape give', async () => {
    const { electron, ports } = await start();
    expect(await ports().confirmer.confirm(question)).toBe(false);
    expect(electron.messageBoxes).toMatchObject([
      {
        message: question.title,
        detail: question.detail,
        buttons: ['Refund €10.00', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      },
    ]);
  });

  test('is agreed to by its own button only', async () => {
    const { ports } = await start({ presses: 'Refund €10.00' });
    expect(await ports().confirmer.confirm(question)).toBe(true);
  });

  test('shows a name that would break lines, turn the text or fill the screen as plain short text', async () => {
    const { electron, ports } = await start();
    await ports().confirmer.confirm({
      ...question,
      title: `Refund €1 to \u202e\n\r\u0000${'x'.repeat(9000)}?`,
    });
    const { message = '' } = electron.messageBoxes[0] ?? {};
    expect(message).toMatch(/^Refund €1 to {5}x+…$/);
    expect(message.length).toBeLessThan(400);
  });

  test('without a window is not agreed to', async () => {
    const { electron, ports } = await start({ presses: 'Refund €10.00' });
    electron.windows[0]?.emit('closed');
    expect(await ports().confirmer.confirm(question)).toBe(false);
    expect(electron.messageBoxes).toEqual([]);
  });
});
