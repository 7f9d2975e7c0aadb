// Runs the built program on real Electron, where its runtime is installed.
import { _electron, type ElectronApplication } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Launch } from './program.ts';
import { root } from './process.ts';
import { savedBy } from './saved-file.ts';

/** The runtime's executable, or null. Looks for the file: Electron's own package would start to download it. */
export function electronRuntime(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(folder, 'path.txt');
  if (override === undefined && !existsSync(pathFile)) return null;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const executable = join(override ?? join(folder, 'dist'), name);
  return existsSync(executable) ? executable : null;
}

export const launchElectron: Launch = async ({ directory, scratch, stripeApi, watch }) => {
  const executablePath = electronRuntime();
  if (executablePath === null) {
    throw new Error("Electron's runtime is not installed here: run `npx install-electron` first.");
  }
  const stripe = stripeApi === null ? [] : ['--stripe-api', stripeApi];
  const electron = await _electron.launch({
    executablePath,
    args: [root, '--data', directory, ...stripe],
    env: { ...process.env, TZ: 'Europe/Berlin', LANG: 'en_GB.UTF-8' },
  });
  let printed = '';
  electron.on('console', (message) => (printed += `${message.text()}\n`));
  const page = await electron.firstWindow();
  watch(page);
  const saves = join(scratch, 'saves');
  await answerForThePerson(electron, saves);
  return {
    page,
    save: (action) => savedBy(saves, action),
    opened: () => electron.evaluate(({ app }) => Reflect.get(app, 'openedByTest') as string[]),
    // What Electron hands to the system cannot be read back from it.
    notified: () => Promise.resolve(null),
    asked: () => electron.evaluate(({ app }) => Reflect.get(app, 'askedByProgram') as string[]),
    agree: (agrees) =>
      electron.evaluate(({ app }, value) => void Reflect.set(app, 'personAgrees', value), agrees),
    chooseMenu: (command) =>
      electron.evaluate(({ Menu }, id) => {
        Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
      }, command),
    printed: () => printed,
    quit: () => electron.close(),
    kill: async () => {
      const process = electron.process();
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill('SIGKILL');
      await ended;
    },
  };
};

/** Save dialogs answer with the suggested name in `folder`, questions are noted and answered as the story says, and addresses are noted instead of opened. */
function answerForThePerson(electron: ElectronApplication, folder: string): Promise<void> {
  return electron.evaluate(({ app, dialog, shell }, target) => {
    const opened: string[] = [];
    Reflect.set(app, 'openedByTest', opened);
    const asked: string[] = [];
    Reflect.set(app, 'askedByProgram', asked);
    Reflect.set(app, 'personAgrees', true);
    Object.assign(shell, {
      openExternal: (address: string) => {
        opened.push(address);
        return Promise.resolve();
      },
    });
    Object.assign(dialog, {
      showMessageBox: (
        _window: unknown,
        { message, buttons }: { readonly message: string; readonly buttons: readonly string[] },
      ) => {
        asked.push(message);
        return Promise.resolve({
          response: Reflect.get(app, 'personAgrees') === true ? 0 : buttons.length - 1,
        });
      },
      showSaveDialog: (_window: unknown, { defaultPath = '' }: { readonly defaultPath?: string }) => {
        const name = defaultPath.split(/[/\\]/).at(-1) ?? '';
        return Promise.resolve({ canceled: false, filePath: `${target}/${name}` });
      },
    });
  }, folder);
}
