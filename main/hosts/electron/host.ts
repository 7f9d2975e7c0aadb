// The Electron host: puts the application behind a window. The order of the first steps is what keeps it safe.
import { join } from 'node:path';
import type { App } from '../../app.ts';
import type { Ports } from '../../ports.ts';
import { ArgumentError, pickArguments, readArguments, type HostArguments } from '../common/arguments.ts';
import { readBundle } from '../common/bundle.ts';
import { endOnDefects } from '../common/defects.ts';
import { createLog } from '../common/log.ts';
import { openLogFile } from '../common/log-file.ts';
import { dataFolder, makePrivateFolder, systemClock } from '../common/system.ts';
import { within } from '../common/within.ts';
import type { AppLike, ElectronApi, WindowLike } from './api.ts';
import { guardContents, guardSession } from './guards.ts';
import { openHostState } from './host-state.ts';
import { serveCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { createElectronPorts } from './ports.ts';
import { createPageHandler, pageSchemes } from './scheme.ts';
import { createWindows, type Windows } from './windows.ts';

/** All that is accepted is on disk already: a call that hangs, as in an open dialog, must not keep the program from ending. */
const closeWithinMs = 10_000;

export interface HostEnvironment {
  /** All but the executable. */
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
  /** The program's own folder, above `dist`. */
  readonly root: string;
  readonly process: Parameters<typeof endOnDefects>[0];
  readonly createApp: (ports: Ports) => Promise<App>;
  /** Null when another process has the data folder. */
  readonly lockFolder: (directory: string) => (() => void) | null;
}

/**
 * Runs the program until it quits. Everything that Electron wants before it is ready happens before the first `await`. Never rejects:
 * a program that cannot start says why in a box and ends.
 */
export async function startHost<Window extends WindowLike>(
  electron: ElectronApi<Window>,
  environment: HostEnvironment,
): Promise<void> {
  const { app } = electron;
  try {
    const args = hostArguments(app, environment.argv);
    if (args.data !== null) app.setPath('userData', join(args.data, 'profile'));
    app.enableSandbox();
    app.setAppUserModelId('com.quittance.desktop');
    electron.protocol.registerSchemesAsPrivileged(pageSchemes);
    if (!app.requestSingleInstanceLock()) {
      app.quit();
      return;
    }
    app.on('web-contents-created', (_event, contents) => guardContents(contents));
    app.on('session-created', (session) => guardSession(session, app.isPackaged));
    await app.whenReady();
    await run(electron, environment, args);
  } catch (error) {
    electron.dialog.showErrorBox(
      'Quittance cannot start',
      error instanceof Error ? error.message : String(error),
    );
    app.exit(1);
  }
}

/** A packaged program keeps its own folder and talks to Stripe only, whatever it is told. */
function hostArguments(app: AppLike, argv: readonly string[]): HostArguments {
  return app.isPackaged ? readArguments([]) : pickArguments(argv);
}

async function run<Window extends WindowLike>(
  electron: ElectronApi<Window>,
  environment: HostEnvironment,
  args: HostArguments,
): Promise<void> {
  const { app, ipcMain, protocol, session } = electron;
  const { platform, root } = environment;
  guardSession(session.defaultSession, app.isPackaged);
  protocol.handle('app', createPageHandler(readBundle(join(root, 'dist', 'renderer'))));
  const profile = app.getPath('userData');
  const directory = args.data ?? dataFolder(profile);
  makePrivateFolder(profile);
  makePrivateFolder(directory);
  const unlock = environment.lockFolder(directory);
  if (unlock === null)
    throw new ArgumentError(`Quittance is already open on ${directory}. Close it there first.`);
  const log = createLog(openLogFile(join(directory, 'logs')));
  endOnDefects(environment.process, log, () => endAfterDefect(electron));
  const state = openHostState(join(profile, 'window.json'));
  const preload = join(root, 'dist', 'preload', 'index.cjs');
  const windows = createWindows(electron, { preload, packaged: app.isPackaged, state, log });
  const program = await environment.createApp(
    createElectronPorts(electron, {
      root,
      directory,
      platform,
      backups: args.backups,
      stripeApi: args.stripeApi,
      log,
      state,
      window: windows.current,
      showWindow: windows.show,
    }),
  );
  serveCalls(ipcMain, { app: program, log, isOurs: windows.isOurs });
  program.subscribe(windows.announce);
  followLifecycle(app, platform, windows, async () => {
    await program.close();
    unlock();
  });
  const send = (command: string) => windows.announce({ kind: 'command', command });
  const template = menuTemplate({ platform, packaged: app.isPackaged, send });
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
  windows.onSessionEnd(() => void program.close());
  windows.show();
}

function followLifecycle(
  app: AppLike,
  platform: NodeJS.Platform,
  windows: Pick<Windows<WindowLike>, 'show'>,
  close: () => Promise<void>,
): void {
  app.on('second-instance', windows.show);
  app.on('activate', windows.show);
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    // `exit` ends without asking again, once the database is closed.
    event.preventDefault();
    within(systemClock, closeWithinMs, close()).then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
}

function endAfterDefect<Window extends WindowLike>({ app, dialog }: ElectronApi<Window>): void {
  const text =
    'Nothing that was accepted is lost. Please start Quittance again; the log in its data folder says what happened.';
  dialog.showErrorBox('Quittance met an error and has to close', text);
  app.exit(1);
}
