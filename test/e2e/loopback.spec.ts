// What only the loopback host has: an address with a token, and a browser that anyone can point at it.
import { join } from 'node:path';
import { openList, openSample, rows } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';
import { root, startNode } from './support/process.ts';

test('a second program on the same folder says so and ends', async ({ program }) => {
  const second = startNode([
    join(root, 'dist', 'main', 'loopback.js'),
    '--data',
    program.directory,
    '--no-open',
  ]);
  await second.waitFor(/already open on .*Close it there/);
  await expect.poll(() => second.child.exitCode).toBe(1);
});

test('a tab without the token sees the page and none of the books', async ({ program }) => {
  const { origin } = new URL(program.page.url());
  const stranger = await program.page.context().newPage();
  await stranger.goto(`${origin}/`);
  await expect(stranger.getByText('Quittance could not start')).toBeVisible();
  const status = await stranger.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/call', {
      method: 'POST',
      headers,
      body: '{"name":"app.state","input":{}}',
    });
    return response.status;
  });
  expect(status).toBe(401);
});

test('the program ends by itself when all is closed, and nothing has to end it', async ({ program }) => {
  const { page, directory } = program;
  await program.quit();
  const force = 'data:text/javascript,process.exit = () => process.stdout.write("Ended by force")';
  const path = join(root, 'dist', 'main', 'loopback.js');
  const started = startNode(['--import', force, path, '--data', directory, '--no-open']);
  const [, address = ''] = await started.waitFor(/Quittance is open at (\S+)/);
  const tab = await page.context().newPage();
  await tab.goto(address);
  await openSample(tab);
  await openList(tab, 'Credit notes');
  await rows(tab).first().getByRole('gridcell').first().click();
  await expect(tab.getByRole('img', { name: /^Credit note, page 1/ })).toBeVisible();
  await tab.close();
  await started.end('SIGTERM');
  expect(started.child.exitCode).toBe(0);
  expect(started.output()).not.toContain('Ended by force');
});

test('a Stripe address that is not on this machine is refused', async () => {
  const program = startNode([
    join(root, 'dist', 'main', 'loopback.js'),
    '--stripe-api',
    'https://evil.example',
  ]);
  await program.waitFor(/--stripe-api needs a loopback address/);
  await expect.poll(() => program.child.exitCode).toBe(1);
});
