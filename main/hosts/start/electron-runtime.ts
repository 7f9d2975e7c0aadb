// Finds Electron's runtime, or has Electron's own installer download it; importing the package would download without asking.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The runtime's executable, or null when it is not installed. */
export function findRuntime(root: string, environment: NodeJS.ProcessEnv = process.env): string | null {
  const electron = join(root, 'node_modules', 'electron');
  const pathFile = join(electron, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : runtimeName(process.platform);
  const executable = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electron, 'dist'), name);
  return existsSync(executable) ? executable : null;
}

/** Downloads the runtime; null when that is not possible here. The installer's own words are of no use to a bookkeeper. */
export async function fetchRuntime(root: string): Promise<string | null> {
  console.log('Downloading Electron’s runtime, once, about 120 MB …');
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const succeeded = await new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  return succeeded ? findRuntime(root) : null;
}

/** The same names as in Electron's installer. */
function runtimeName(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron';
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}
