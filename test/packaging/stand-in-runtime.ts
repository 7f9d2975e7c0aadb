// A folder that the packager takes for Electron's runtime: a file of the right shape with fuses in it, and nothing that runs.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's marker in front of its fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As Electron 45 ships them: fuse by fuse, `1` on and `0` off. */
export const shippedFuses = '101100011';

export function makeStandInRuntime(folder: string, electronVersion: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'electron'), Buffer.concat([elfHeader(), fuseWire()]));
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), electronVersion);
  writeFileSync(join(folder, 'LICENSE'), 'Stand-in');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
}

function fuseWire(): Buffer {
  return Buffer.concat([
    Buffer.from(sentinel, 'latin1'),
    Buffer.from([1, shippedFuses.length]),
    Buffer.from(shippedFuses, 'latin1'),
    Buffer.alloc(16),
  ]);
}

/** The first bytes of a 64-bit program for Linux. */
function elfHeader(): Buffer {
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(62, 18);
  return header;
}

/** The fuses in a program's bytes, as in `shippedFuses`. Throws when there are none. */
export function readFuses(program: Buffer): string {
  const at = program.indexOf(sentinel, 0, 'latin1');
  if (at === -1) throw new Error('The program has no fuses');
  const wire = at + sentinel.length;
  return program.subarray(wire + 2, wire + 2 + program.readUInt8(wire + 1)).toString('latin1');
}
