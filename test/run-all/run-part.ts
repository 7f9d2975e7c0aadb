// Runs one part of `npm test` in a process of its own and counts its tests.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCounts } from './counts.ts';
import type { Part } from './parts.ts';
import { recordsIn } from './records.ts';

export interface PartEnd {
  readonly part: Part;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly durationMs: number;
  /** Everything that it printed. */
  readonly output: string;
}

/** `folder` takes the reports of the test runners. */
export async function runPart(root: string, folder: string, part: Part): Promise<PartEnd> {
  const report = join(folder, `${part.script.replaceAll(':', '-')}.json`);
  const started = performance.now();
  const { succeeded, output } = await npmRun(root, folder, part, report);
  const counted = existsSync(report) ? readCounts(part.counts, report) : { passed: 0, failed: 0, skipped: 0 };
  // A part may fail without a failing test, as lint does, or a file of tests that does not load.
  const failed = succeeded ? counted.failed : Math.max(counted.failed, 1);
  return { part, ...counted, failed, durationMs: performance.now() - started, output };
}

function npmRun(
  root: string,
  folder: string,
  part: Part,
  report: string,
): Promise<{ readonly succeeded: boolean; readonly output: string }> {
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const child = spawn(program, [...first, 'run', '--silent', part.script, ...reporters(part, report)], {
    cwd: root,
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...recordsIn(folder),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    const end = (succeeded: boolean, more = '') =>
      resolve({ succeeded, output: Buffer.concat(output).toString('utf8') + more });
    child.once('error', (error) => end(false, error.message));
    child.once('close', (code) => end(code === 0));
  });
}

function reporters(part: Part, report: string): readonly string[] {
  switch (part.counts) {
    case 'vitest':
      return ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    case 'playwright':
      return ['--', '--reporter=dot,json'];
    case 'none':
      return [];
  }
}
