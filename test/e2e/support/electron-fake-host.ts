// Runs Electron's built bundles on a stand-in for Electron, whose windows are pages of the test's browser.
import type { BrowserContext, Page, Route } from '@playwright/test';
import type { Serializable } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { connect, type Answers, type Ask, type ToProgram, type ToTest } from './electron-fake/link.ts';
import { channelName, preloadScript, receiverName } from './electron-fake/preload-script.ts';
import { pageUrl, realUrl } from './electron-fake/urls.ts';
import type { Launch, Notification } from './program.ts';
import { root, startNode, type Started } from './process.ts';
import { savedBy } from './saved-file.ts';

/** What the person at the program sees and does. */
interface Desk {
  readonly context: BrowserContext;
  readonly pages: Map<number, Page>;
  readonly opened: string[];
  readonly notifications: Notification[];
  /** What message boxes of the system asked, and whether the person agrees. */
  readonly questions: string[];
  agrees: boolean;
  /** Where save dialogs are answered. */
  readonly saves: string;
  readonly watch: (page: Page) => void;
}

export const launchElectronFake: Launch = async ({ context, directory, scratch, stripeApi, watch }) => {
  if (context === null) throw new Error('The stand-in for Electron needs a browser');
  const register = new URL('electron-fake/register.ts', import.meta.url).href;
  const stripe = stripeApi === null ? [] : ['--stripe-api', stripeApi];
  const program = join(root, 'dist', 'main', 'electron.js');
  const started = startNode(['--import', register, program, '--data', directory, ...stripe]);
  const desk: Desk = {
    context,
    pages: new Map(),
    opened: [],
    notifications: [],
    questions: [],
    agrees: true,
    saves: join(scratch, 'saves'),
    watch,
  };
  // A window that the program did not make gets nothing from anywhere.
  await context.route('**/*', (route) => route.abort('blockedbyclient'));
  const { ask, firstPage } = sitAt(desk, started);
  const page = await firstPage;
  return {
    page,
    save: (action) => savedBy(desk.saves, action),
    opened: () => Promise.resolve(desk.opened),
    notified: () => Promise.resolve(desk.notifications),
    asked: () => Promise.resolve(desk.questions),
    agree: (agrees) => {
      desk.agrees = agrees;
      return Promise.resolve();
    },
    chooseMenu: (id) => ask('clickMenu', { id }),
    printed: () => started.output(),
    async quit() {
      const exit = new Promise((resolve) => started.child.once('exit', resolve));
      // The answer is lost with the process.
      ask('quit', null).catch(() => undefined);
      await exit;
      await closePages(desk);
    },
    async kill() {
      await started.end('SIGKILL');
      await closePages(desk);
    },
  };
};

async function closePages(desk: Desk): Promise<void> {
  await Promise.all([...desk.pages.values()].map((page) => page.close()));
}

function sitAt(
  desk: Desk,
  started: Started,
): { readonly ask: Ask<ToProgram>; readonly firstPage: Promise<Page> } {
  const first = Promise.withResolvers<Page>();
  const port = {
    send: (message: Serializable) => {
      // A program that has just ended cannot be told anything, and that is no failure of the test.
      if (started.child.connected) started.child.send(message, () => undefined);
    },
    onMessage: (listener: (message: unknown) => void) => void started.child.on('message', listener),
  };
  const pageOf = (id: number): Page => {
    const page = desk.pages.get(id);
    if (page === undefined) throw new Error(`There is no page for window ${id}`);
    return page;
  };
  const answers: Answers<ToTest> = {
    openWindow: (window) => openPage(desk, ask, window),
    async loadWindow({ id, url }) {
      await pageOf(id).goto(realUrl(url));
      first.resolve(pageOf(id));
    },
    focusWindow: ({ id }) => pageOf(id).bringToFront(),
    closeWindow: ({ id }) => pageOf(id).close(),
    send: async ({ id, channel, value }) => {
      // A page that has just gone hears nothing, as in Electron.
      if (pageOf(id).isClosed()) return;
      await pageOf(id).evaluate(receive, { name: receiverName, channel, value });
    },
    chooseFile: ({ defaultPath }) => join(desk.saves, basename(defaultPath)),
    press: ({ message, buttons }) => {
      desk.questions.push(message);
      return desk.agrees ? 0 : buttons.length - 1;
    },
    openExternal: ({ address }) => void desk.opened.push(address),
    copy: () => undefined,
    notify: (notification) => void desk.notifications.push(notification),
  };
  const ask = connect<ToProgram, ToTest>(port, answers);
  started.child.once('exit', () => first.reject(new Error(`The program ended:\n${started.output()}`)));
  return { ask, firstPage: first.promise };
}

/** Runs in the page. */
function receive({
  name,
  channel,
  value,
}: {
  readonly name: string;
  readonly channel: string;
  readonly value: unknown;
}): void {
  const receiver: unknown = Reflect.get(globalThis, name);
  if (typeof receiver === 'function') Reflect.apply(receiver, undefined, [channel, value]);
}

async function openPage(
  desk: Desk,
  ask: Ask<ToProgram>,
  {
    id,
    preload,
    width,
    height,
  }: { readonly id: number; readonly preload: string; readonly width: number; readonly height: number },
): Promise<void> {
  const page = await desk.context.newPage();
  desk.pages.set(id, page);
  desk.watch(page);
  // A story sets the size it wants through the context; without one, the window's own counts.
  if (page.viewportSize() === null) await page.setViewportSize({ width, height });
  await page.exposeBinding(channelName, ({ frame }, channel: string, args: readonly unknown[]) => {
    const isTop = frame === page.mainFrame();
    return ask('invoke', { id, url: pageUrl(frame.url()), isTop, channel, args });
  });
  await page.addInitScript(preloadScript(await readFile(preload, 'utf8')));
  await page.route('**/*', (route) => answerRoute(ask, id, page, route));
  page.on('popup', (popup) => {
    void ask('mayOpenWindow', { id }).then((allowed) => (allowed ? undefined : popup.close()));
  });
  page.on('close', () => {
    ask('windowClosed', { id }).catch(() => undefined);
  });
}

/** Every request goes to the program's own scheme handler, or nowhere. */
async function answerRoute(ask: Ask<ToProgram>, id: number, page: Page, route: Route): Promise<void> {
  const request = route.request();
  const url = pageUrl(request.url());
  const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame();
  // "No content" is the one answer after which a browser stays where it is, as Electron does.
  if (leaves && !(await ask('mayNavigate', { id, url }))) return route.fulfill({ status: 204 });
  if (!(await ask('mayRequest', { url }))) return route.abort('blockedbyclient');
  const { status, headers, body } = await ask('fetch', { url, method: request.method() });
  await route.fulfill({ status, headers, body: Buffer.from(body) });
}
