// The accounting programs that check our exports, and a way to them: such a test is never skipped.
import { spawnSync } from 'node:child_process';

/** Debian's packages, by the program that each brings. */
const PACKAGES = { hledger: 'hledger', ledger: 'ledger', 'bean-check': 'beancount' } as const;

type Tool = keyof typeof PACKAGES;

function run(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function works(tool: Tool): boolean {
  return run(tool, [tool === 'bean-check' ? '--help' : '--version']);
}

/** Throws an error that names what to install when a program is not there and cannot be installed. */
export function needAccountingTools(): void {
  const missing = (): readonly Tool[] => (Object.keys(PACKAGES) as Tool[]).filter((tool) => !works(tool));
  if (missing().length > 0 && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    const wanted = missing().map((tool) => PACKAGES[tool]);
    run('apt-get', ['install', '--yes', '--no-install-recommends', ...wanted]);
  }
  const still = missing();
  if (still.length === 0) return;
  throw new Error(
    `Our exports are checked by other programs, and some are not installed: ${still.join(', ')}. On Debian or Ubuntu: apt-get install hledger ledger beancount`,
  );
}

export interface Verdict {
  readonly accepted: boolean;
  readonly output: string;
}

/** What a program says of a file; `sha256sum` is there on every Linux. */
export function check(tool: Tool | 'sha256sum', args: readonly string[], cwd?: string): Verdict {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28, cwd });
  return { accepted: status === 0, output: `${stdout}${stderr}` };
}

/** hledger's balances of all accounts, by name and commodity, in minor units of two digits' currencies as text. */
export function hledgerBalances(file: string): ReadonlyMap<string, number> {
  const { accepted, output } = check('hledger', [
    '-f',
    file,
    'balance',
    '--flat',
    '--no-total',
    '--empty',
    '-O',
    'csv',
    '--layout',
    'bare',
  ]);
  if (!accepted) throw new Error(output);
  const rows = output
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => [...line.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? ''));
  return new Map(
    rows.map(([account = '', commodity = '', amount = '']) => [
      `${account} ${commodity}`,
      Number(amount.replace('.', '')),
    ]),
  );
}

/** Balances of accounts with all their parts. */
export function wholes(balances: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [key, amount] of balances) {
    const whole = `${key.slice(0, -4).split(':').slice(0, 2).join(':')}${key.slice(-4)}`;
    found.set(whole, (found.get(whole) ?? 0) + amount);
  }
  return found;
}
