// The loopback host as a child of `npm run dev`: started, asked for its address, and started anew when its sources change.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Where the running host listens and what it wants to see in every request. */
export interface HostAddress {
  readonly origin: string;
  readonly token: string;
}

export class DevHost {
  readonly #script: string;
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;
  #address: HostAddress | null = null;
  #port: string | null = null;

  constructor(script: string, args: readonly string[]) {
    this.#script = script;
    this.#args = args;
  }

  /** Null while no host is running. */
  get address(): HostAddress | null {
    return this.#address;
  }

  /** Resolves when the host listens; after the first time it listens on the same port again. Rejects when it ends before. */
  async start(): Promise<HostAddress> {
    await this.stop();
    const port = this.#port === null ? [] : ['--port', this.#port];
    const child = spawn(process.execPath, [this.#script, ...this.#args, ...port, '--no-open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    const address = await new Promise<HostAddress>((resolve, reject) => {
      child.once('exit', () => reject(new Error('The loopback host ended before it was open')));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = readAddress(line);
        if (found === null) console.log(line);
        else resolve(found);
      });
    });
    this.#address = address;
    this.#port = new URL(address.origin).port;
    return address;
  }

  /** Resolves when the host has closed its books. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#address = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

/** The address in the line that the host prints when it is open; null for any other line. */
export function readAddress(line: string): HostAddress | null {
  const found = /(http:\/\/127\.0\.0\.1:\d+)\/#([\w-]+)$/.exec(line);
  return found?.[1] === undefined || found[2] === undefined ? null : { origin: found[1], token: found[2] };
}
