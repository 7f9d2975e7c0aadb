// What only the loopback host has: an address with a token, and a browser that anyone can point at it.
import { join } from 'node:path';
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

test('a Stripe address that is not on this machine is refused', async () => {
  const program = startNode([
    join(root, 'dist', 'main', 'loopback.js'),
    '--stripe-api',
    'https://evil.example',
  ]);
  await program.waitFor(/--stripe-api needs a loopback address/);
  await expect.poll(() => program.child.exitCode).toBe(1);
});
