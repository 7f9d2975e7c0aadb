import { expect, test } from 'vitest';
import { chooseHost, hasDisplay, type Surroundings } from '../../../../main/hosts/start/choose-host.ts';

function around(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    hasDisplay: () => true,
    findRuntime: () => null,
    fetchRuntime: () => Promise.resolve(null),
    ...changes,
  };
}

test('an installed runtime is used without downloading', async () => {
  const choice = await chooseHost(
    { root: '/program', browser: false },
    around({ findRuntime: () => '/electron', fetchRuntime: () => Promise.reject(new Error('downloaded')) }),
  );
  expect(choice).toEqual({ kind: 'electron', executable: '/electron' });
});

test('a missing runtime is downloaded', async () => {
  const choice = await chooseHost(
    { root: '/program', browser: false },
    around({ fetchRuntime: (root) => Promise.resolve(`${root}/electron`) }),
  );
  expect(choice).toEqual({ kind: 'electron', executable: '/program/electron' });
});

test('without a runtime the browser is chosen and one sentence says why', async () => {
  const choice = await chooseHost({ root: '/program', browser: false }, around());
  expect(choice).toEqual({
    kind: 'browser',
    reason:
      'Electron’s runtime is not installed and could not be downloaded, so Quittance opens in your browser instead.',
  });
});

test('without a display the browser is chosen and one sentence says why', async () => {
  const choice = await chooseHost(
    { root: '/program', browser: false },
    around({ findRuntime: () => '/electron', hasDisplay: () => false }),
  );
  expect(choice).toMatchObject({ kind: 'browser', reason: expect.stringContaining('no display') });
});

test('the browser that was asked for needs no reason and no runtime', async () => {
  const refuse = () => {
    throw new Error('looked for a runtime');
  };
  const choice = await chooseHost({ root: '/program', browser: true }, around({ findRuntime: refuse }));
  expect(choice).toEqual({ kind: 'browser', reason: null });
});

test('only a Linux session can be without a display', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});
