// The program opens: the first thing that has to be true of every build, in every host.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { root } from './support/process.ts';

test.use({ sample: 'made' });

test('a new program opens on its first-run screen', async ({ program }) => {
  await expect(program.page.getByText('Try with sample data')).toBeVisible();
  await expect(program.page.getByText('Connect Stripe')).toBeVisible();
});

test('the page survives a reload, and keeps no token in its address', async ({ program }) => {
  const { page } = program;
  await page.reload();
  await expect(page.getByText('Try with sample data')).toBeVisible();
  expect(new URL(page.url()).hash).not.toMatch(/^#[\w-]{16,}$/);
});

test('the policy lets nothing run that is not in the build', async ({ program }) => {
  const { page } = program;
  await expect(page.getByText('Try with sample data')).toBeVisible();
  const violated = await page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      directives.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    const picture = document.createElement('img');
    picture.src = 'https://example.com/pixel.png';
    document.body.append(script, style, frame, picture);
    await fetch('https://example.com/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { directives, ran: 'intruder' in globalThis };
  });
  expect(violated.ran).toBe(false);
  expect(violated.directives.toSorted()).toEqual([
    'connect-src',
    'frame-src',
    'img-src',
    'script-src-elem',
    'style-src-elem',
  ]);
  // Each violation is an error in the console, which this story has asked for.
  expect(program.takeProblems().length).toBeGreaterThanOrEqual(5);
});

test('the built page has nothing inline and nothing from elsewhere', async () => {
  const html = await readFile(join(root, 'dist', 'renderer', 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|https?:/i);
  for (const [script] of html.matchAll(/<script[^>]*>[^<]*/g))
    expect(script).toMatch(/ src="\/assets\/[^"]+">$/);
});

test('a second start finds the first one’s folder again', async ({ program }) => {
  await expect(program.page.getByText('Try with sample data')).toBeVisible();
  await program.quit();
  await program.start();
  await expect(program.page.getByText('Try with sample data')).toBeVisible();
  await program.kill();
  await program.start();
  await expect(program.page.getByText('Try with sample data')).toBeVisible();
});
