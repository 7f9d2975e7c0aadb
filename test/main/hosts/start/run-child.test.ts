import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { runChild } from '../../../../main/hosts/start/run-child.ts';

const script = (code: string) => runChild(process.execPath, ['-e', code]);

test('the exit code is the child’s', async () => {
  expect(await script('process.exit(0)')).toEqual({ exitCode: 0, couldNotStart: false });
  expect(await script('process.exit(3)')).toEqual({ exitCode: 3, couldNotStart: false });
});

test('a program that is missing, or that the system cannot load, could not start', async () => {
  expect(await runChild('/no/such/program', [])).toEqual({ exitCode: 127, couldNotStart: true });
  expect(await script('process.exit(127)')).toMatchObject({ couldNotStart: true });
});

test.skipIf(process.platform === 'win32')('a program that gives up by a trap could not start', async () => {
  expect(await script("process.kill(process.pid, 'SIGTRAP')")).toMatchObject({ couldNotStart: true });
});

test.skipIf(process.platform === 'win32')(
  'a signal to the parent reaches the child, whose exit code comes back',
  async () => {
    const module = new URL('../../../../main/hosts/start/run-child.ts', import.meta.url).href;
    const child = `process.on('SIGTERM', () => process.exit(7)); console.log('ready'); setInterval(() => {}, 1000);`;
    const parent = `
    import { runChild } from ${JSON.stringify(module)};
    const end = await runChild(process.execPath, ['-e', ${JSON.stringify(child)}]);
    process.exit(end.exitCode);`;
    const running = spawn(process.execPath, ['--input-type=module', '-e', parent], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(running.stdout, 'data');
    running.kill('SIGTERM');
    const [code] = await once(running, 'exit');
    expect(code).toBe(7);
  },
);
