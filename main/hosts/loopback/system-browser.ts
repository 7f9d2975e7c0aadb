// Opens an address in the system's browser or mail program, without a shell in between.
import { spawn } from 'node:child_process';

/** The program that opens an address on this system, with its arguments. */
function launcher(platform: NodeJS.Platform, address: string): readonly [string, readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [address]];
    case 'win32':
      // `start` belongs to the command shell, which would interpret `&`; this takes the address as it is.
      return ['rundll32', ['url.dll,FileProtocolHandler', address]];
    default:
      return ['xdg-open', [address]];
  }
}

/** Resolves to whether a program was found and started; what it does with the address is not known. */
export function openInBrowser(address: string): Promise<boolean> {
  const [program, args] = launcher(process.platform, address);
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
