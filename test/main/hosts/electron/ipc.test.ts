import { expect, test } from 'vitest';
import { sendEvent, serveCalls } from '../../../../main/hosts/electron/ipc.ts';
import { createFakeElectron } from '../../../support/electron/fake.ts';
import { createFrame, FakeContents } from '../../../support/electron/fake-contents.ts';
import { createHostApp, createRecordedLog } from '../../../support/host-app.ts';

function serve(app = createHostApp()) {
  const electron = createFakeElectron({ profile: '/nowhere' });
  const log = createRecordedLog();
  serveCalls(electron.ipcMain, { app, log, isOurs: (id) => id === 1 });
  const contents = new FakeContents(1);
  return { electron, log, event: { sender: contents, senderFrame: contents.mainFrame } };
}

test('there is one channel, and it brings a call to the application', async () => {
  const { electron, event } = serve();
  expect([...electron.channels.keys()]).toEqual(['quittance:call']);
  expect(await electron.callFrom(event, 'invoices.list', { page: 1 })).toEqual({
    ok: true,
    value: { name: 'invoices.list', input: { page: 1 } },
  });
});

test('a forged sender reaches nothing and learns nothing', async () => {
  const app = createHostApp(() => Promise.reject(new Error('must not be reached')));
  const { electron, event, log } = serve(app);
  const forged = [
    { ...event, senderFrame: null },
    { ...event, senderFrame: createFrame('https://evil.example/') },
    { sender: new FakeContents(2), senderFrame: createFrame('app://bundle/') },
  ];
  for (const sender of forged) {
    expect(await electron.callFrom(sender, 'refunds.create', {})).toEqual({
      ok: false,
      error: { kind: 'bug', reference: expect.any(String) },
    });
  }
  expect(log.entries.map(({ event: name, fields }) => [name, fields])).toEqual([
    ['call-refused', expect.objectContaining({ reason: 'no-frame' })],
    ['call-refused', expect.objectContaining({ reason: 'not-top-frame' })],
    ['call-refused', expect.objectContaining({ reason: 'unknown-window' })],
  ]);
});

test.each([[[]], [['a']], [[1, {}]], [['a', {}, 'more']], [[null, null]]])(
  'arguments of another shape are refused: %j',
  async (args) => {
    const { electron, event } = serve();
    expect(await electron.callFrom(event, ...args)).toMatchObject({ ok: false, error: { kind: 'bug' } });
  },
);

test('the sender is judged before anything is awaited', async () => {
  const { electron, event } = serve();
  const answer = electron.callFrom(event, 'a', {});
  // The page navigates away while the call runs: too late to matter, because it was ours when it called.
  event.senderFrame.url = 'https://evil.example/';
  expect(await answer).toMatchObject({ ok: true });
});

test('an unforeseen failure crosses as a reference, without its message', async () => {
  const { electron, event, log } = serve(createHostApp(() => Promise.reject(new Error('sk_test_inside'))));
  const answer = await electron.callFrom(event, 'a', {});
  expect(answer).toMatchObject({ ok: false, error: { kind: 'bug' } });
  expect(JSON.stringify(answer)).not.toContain('sk_test');
  expect(log.entries).toHaveLength(1);
});

test('events go to a page that is there, and to none that has gone', () => {
  const contents = new FakeContents(1);
  sendEvent(contents, { kind: 'command', command: 'palette' });
  contents.destroyed = true;
  sendEvent(contents, { kind: 'command', command: 'search' });
  expect(contents.sent).toEqual([
    { channel: 'quittance:event', value: { kind: 'command', command: 'palette' } },
  ]);
});
