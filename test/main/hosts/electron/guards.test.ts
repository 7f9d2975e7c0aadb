import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  guardContents,
  guardSession,
  isPageAddress,
  mayRequest,
  refuseSender,
} from '../../../../main/hosts/electron/guards.ts';
import { createFrame, FakeContents, FakeSession } from '../../../support/electron/fake-contents.ts';

const foreign = [
  'app://bundle@evil/',
  'app://bundle.evil/',
  'app://evil/bundle',
  'app://user@bundle/',
  'app://bundle:81/',
  'file:///etc/passwd',
  ['javascript', 'void 0'].join(':'),
  'data:text/html,x',
  'https://bundle/',
  'https://stripe.com/',
  'about:blank',
  'bundle',
  '',
];

describe('addresses', () => {
  test.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/invoices/in_1?tab=lines#top'])(
    'ours: %s',
    (address) => {
      expect(isPageAddress(address)).toBe(true);
    },
  );

  test.each(foreign)('not ours: %j', (address) => {
    expect(isPageAddress(address)).toBe(false);
  });

  test('the page may fetch its own files and inline pictures, and nothing else', () => {
    expect(mayRequest('app://bundle/assets/a.js', true)).toBe(true);
    expect(mayRequest('data:image/png;base64,AA', true)).toBe(true);
    expect(
      ['https://api.stripe.com/', 'http://127.0.0.1/', 'file:///etc/passwd', ''].map((a) =>
        mayRequest(a, true),
      ),
    ).toEqual([false, false, false, false]);
    expect([
      mayRequest('devtools://devtools/a.js', true),
      mayRequest('devtools://devtools/a.js', false),
    ]).toEqual([false, true]);
  });
});

describe('navigation', () => {
  const leaves = (event: string, url: string): boolean => {
    const contents = new FakeContents(1);
    guardContents(contents);
    let prevented = false;
    contents.emit(event, { url, preventDefault: () => (prevented = true) });
    return !prevented;
  };

  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    test.each(foreign)(`${event} is stopped on its way to %j`, (url) => {
      expect(leaves(event, url)).toBe(false);
    });

    test(`${event} within the page goes on`, () => {
      expect(leaves(event, 'app://bundle/invoices')).toBe(true);
    });
  }

  test('no window is ever opened and no webview attached', () => {
    const contents = new FakeContents(1);
    guardContents(contents);
    expect(contents.windowOpenHandler?.()).toEqual({ action: 'deny' });
    let prevented = false;
    contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});

describe('permissions', () => {
  /** All names of the declaration's own union, so that a new one is covered when Electron adds it. */
  const declaration = readFileSync(
    new URL('../../../../node_modules/electron/electron.d.ts', import.meta.url),
    'utf8',
  );
  const union =
    /setPermissionRequestHandler\(handler: \(\(webContents: \(WebContents\), permission: ([^,]+),/.exec(
      declaration.replaceAll('webContents: WebContents,', 'webContents: (WebContents),'),
    )?.[1];
  const names = [...(union ?? '').matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');

  test('the list of permissions was found', () => {
    expect(names.length).toBeGreaterThanOrEqual(46);
  });

  test('every one is refused, asked for or looked up', () => {
    const session = new FakeSession();
    guardSession(session, true);
    const answers: boolean[] = [];
    for (const name of names) session.requestHandler?.({}, name, (granted) => answers.push(granted));
    expect(answers).toEqual(names.map(() => false));
    expect(session.checkHandler?.()).toBe(false);
    expect(session.deviceHandler?.()).toBe(false);
    const streams: unknown[] = [];
    session.displayHandler?.({}, (given) => streams.push(given));
    expect(streams).toEqual([null]);
  });

  test('requests that leave the bundle are cancelled', () => {
    const session = new FakeSession();
    guardSession(session, true);
    const cancelled = (url: string): boolean => {
      let answer = false;
      session.beforeRequest?.({ url }, ({ cancel }) => (answer = cancel));
      return answer;
    };
    expect(cancelled('https://evil.example/pixel.png')).toBe(true);
    expect(cancelled('app://bundle/assets/a.js')).toBe(false);
  });
});

describe('senders', () => {
  const isOurs = (id: number) => id === 1;
  const honest = () => {
    const sender = new FakeContents(1);
    return { sender, senderFrame: sender.mainFrame };
  };

  test('the top frame of our own page in our own window is heard', () => {
    expect(refuseSender(honest(), isOurs)).toBeNull();
  });

  test('no frame', () => {
    expect(refuseSender({ ...honest(), senderFrame: null }, isOurs)).toBe('no-frame');
  });

  test('a frame below the top one', () => {
    const event = honest();
    const senderFrame = createFrame('app://bundle/', event.senderFrame);
    expect(refuseSender({ ...event, senderFrame }, isOurs)).toBe('not-top-frame');
  });

  test('a top frame that is not this window’s', () => {
    expect(refuseSender({ ...honest(), senderFrame: createFrame('app://bundle/') }, isOurs)).toBe(
      'not-top-frame',
    );
  });

  test.each(foreign)('a page at %j', (url) => {
    const event = honest();
    event.senderFrame.url = url;
    expect(refuseSender(event, isOurs)).toBe('foreign-address');
  });

  test.each(['detached', 'destroyed'] as const)('a frame that is %s', (state) => {
    const event = honest();
    event.senderFrame[state] = true;
    expect(refuseSender(event, isOurs)).toBe('gone');
  });

  test('a window that is destroyed', () => {
    const event = honest();
    event.sender.destroyed = true;
    expect(refuseSender(event, isOurs)).toBe('gone');
  });

  test('a window that we did not make', () => {
    const sender = new FakeContents(2);
    expect(refuseSender({ sender, senderFrame: sender.mainFrame }, isOurs)).toBe('unknown-window');
  });
});
