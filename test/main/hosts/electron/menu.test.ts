import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { menuTemplate } from '../../../../main/hosts/electron/menu.ts';

function items(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

const build = (platform: NodeJS.Platform, packaged: boolean) => {
  const sent: string[] = [];
  return { sent, all: items(menuTemplate({ platform, packaged, send: (command) => sent.push(command) })) };
};

test.each(['linux', 'darwin', 'win32'] as const)(
  'on %s every page command is offered once and asks for itself',
  (platform) => {
    const { all, sent } = build(platform, true);
    const commands = all.filter((item) => item.click !== undefined);
    // A menu item's click takes the item, the window and the event; ours looks at none of them.
    for (const item of commands) Reflect.apply(item.click ?? (() => undefined), undefined, []);
    expect(sent).toEqual(commands.map((item) => item.id));
    expect(sent.toSorted()).toEqual([
      'export',
      'go-customers',
      'go-home',
      'go-invoices',
      'go-payments',
      'go-refunds',
      'new-customer',
      'new-invoice',
      'palette',
      'print',
      'review-and-send',
      'search',
      'settings',
      'shortcuts',
      'sync-now',
    ]);
  },
);

test.each(['linux', 'darwin', 'win32'] as const)('on %s no two items share an accelerator', (platform) => {
  const accelerators = build(platform, false).all.flatMap((item) => item.accelerator ?? []);
  expect(new Set(accelerators).size).toBe(accelerators.length);
});

test('a packaged program can neither reload nor open the inspector', () => {
  const roles = (packaged: boolean) => build('linux', packaged).all.map((item) => item.role);
  for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu'])
    expect(roles(true)).not.toContain(role);
  expect(roles(false)).toContain('toggleDevTools');
});

test('settings and quit stand where the system expects them', () => {
  const first = (platform: NodeJS.Platform) =>
    menuTemplate({ platform, packaged: true, send: () => undefined })[0];
  expect(first('darwin')?.role).toBe('appMenu');
  expect(first('linux')?.label).toBe('File');
  for (const platform of ['darwin', 'linux'] as const) {
    const submenu = first(platform)?.submenu;
    const inside = Array.isArray(submenu) ? submenu.map((item) => item.id ?? item.role) : [];
    expect(inside).toEqual(expect.arrayContaining(['settings', 'quit']));
  }
});

test('the page has every command that the menu asks it for', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', '..', 'renderer');
  const page = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const commands = build('linux', true).all.flatMap((item) => (item.click === undefined ? [] : [item.id]));
  expect(commands.filter((command) => !page.includes(`id: '${command}'`))).toEqual([]);
});
