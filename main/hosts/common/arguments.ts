// The command line of both hosts.
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface LoopbackAddress {
  readonly host: '127.0.0.1' | '::1';
  readonly port: number;
}

export interface HostArguments {
  /** Absolute; null leaves the folder to the host. */
  readonly data: string | null;
  /** Absolute; the folder in which backups are kept; null leaves that to the person. */
  readonly backups: string | null;
  /** A simulator in another process, in place of Stripe. */
  readonly stripeApi: LoopbackAddress | null;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether a browser is opened on the page and on outside addresses. */
  readonly open: boolean;
}

/** A command line that cannot be followed; the message is for the person who typed it. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Reads the arguments after the program's own. Throws `ArgumentError`. */
export function readArguments(argv: readonly string[]): HostArguments {
  return interpret(parse(argv));
}

/** Reads ours from among arguments of Electron's, Chromium's or a test's own. Throws `ArgumentError`. */
export function pickArguments(argv: readonly string[]): HostArguments {
  const { values } = parseArgs({ args: [...argv], strict: false, options });
  return interpret({
    data: textOf(values['data']),
    backups: textOf(values['backups']),
    'stripe-api': textOf(values['stripe-api']),
    port: textOf(values['port']),
    'no-open': values['no-open'] === true,
  });
}

interface Values {
  readonly data?: string | undefined;
  readonly backups?: string | undefined;
  readonly 'stripe-api'?: string | undefined;
  readonly port?: string | undefined;
  readonly 'no-open'?: boolean | undefined;
}

function interpret(values: Values): HostArguments {
  return {
    data: values.data === undefined ? null : resolve(nonEmpty(values.data, '--data')),
    backups: values.backups === undefined ? null : resolve(nonEmpty(values.backups, '--backups')),
    stripeApi: values['stripe-api'] === undefined ? null : readLoopbackAddress(values['stripe-api']),
    port: values.port === undefined ? 0 : readPort(values.port),
    open: values['no-open'] !== true,
  };
}

const options = {
  data: { type: 'string' },
  backups: { type: 'string' },
  'stripe-api': { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const;

function parse(argv: readonly string[]): Values {
  try {
    return parseArgs({ args: [...argv], allowPositionals: false, options }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : 'These arguments cannot be read', {
      cause: error,
    });
  }
}

/** Without strictness an option may come as a flag; one that needs a text and has none is then an empty one. */
function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'boolean' ? '' : value;
}

function nonEmpty(folder: string, option: string): string {
  if (folder === '' || folder.startsWith('-')) throw new ArgumentError(`${option} needs a folder`);
  return folder;
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65_535))
    throw new ArgumentError(`--port needs a number from 0 to 65535, not "${text}"`);
  return port;
}

/** Anywhere but this machine, an address in place of Stripe's would be given the secret key. */
function readLoopbackAddress(text: string): LoopbackAddress {
  const refusal = `--stripe-api needs a loopback address such as http://127.0.0.1:12111, not "${text}"`;
  if (!URL.canParse(text)) throw new ArgumentError(refusal);
  const url = new URL(text);
  const bare =
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  const { hostname } = url;
  if (url.protocol !== 'http:' || !bare || url.port === '') throw new ArgumentError(refusal);
  if (hostname !== '127.0.0.1' && hostname !== '[::1]') throw new ArgumentError(refusal);
  return { host: hostname === '[::1]' ? '::1' : hostname, port: Number(url.port) };
}
