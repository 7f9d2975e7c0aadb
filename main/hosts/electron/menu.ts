// The application menu as data: names, accelerators, and the page commands they ask for.
import type { MenuItemConstructorOptions } from 'electron';

/** Commands of the page's own list that the menu can ask for. */
export type PageCommand =
  | 'new-invoice'
  | 'new-customer'
  | 'palette'
  | 'search'
  | 'print'
  | 'export'
  | 'review-and-send'
  | 'shortcuts'
  | 'settings'
  | 'go-home'
  | 'go-invoices'
  | 'go-customers'
  | 'go-payments'
  | 'go-refunds'
  | 'sync-now';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Reload and the inspector exist only while developing. */
  readonly packaged: boolean;
  readonly send: (command: PageCommand) => void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The template for `Menu.buildFromTemplate`. */
export function menuTemplate({ platform, packaged, send }: MenuOptions): Item[] {
  const item = (label: string, command: PageCommand, accelerator?: string): Item => ({
    id: command,
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const isMac = platform === 'darwin';
  const settings = item('Settings…', 'settings', 'CmdOrCtrl+,');
  return [
    ...(isMac ? [macMenu(settings)] : []),
    fileMenu(item, isMac ? [] : [separator, settings, separator, { role: 'quit' }]),
    { role: 'editMenu' },
    viewMenu(item, packaged),
    goMenu(item),
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard Shortcuts', 'shortcuts', 'CmdOrCtrl+/')] },
  ];
}

type MakeItem = (label: string, command: PageCommand, accelerator?: string) => Item;

function macMenu(settings: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(item: MakeItem, ending: Item[]): Item {
  return {
    label: 'File',
    submenu: [
      item('New Invoice', 'new-invoice', 'CmdOrCtrl+N'),
      item('New Customer', 'new-customer', 'CmdOrCtrl+Shift+N'),
      separator,
      item('Review and Send…', 'review-and-send', 'CmdOrCtrl+Enter'),
      item('Export PDF…', 'export', 'CmdOrCtrl+E'),
      item('Print…', 'print', 'CmdOrCtrl+P'),
      ...ending,
    ],
  };
}

function viewMenu(item: MakeItem, packaged: boolean): Item {
  const development: Item[] = packaged ? [] : [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: 'View',
    submenu: [
      item('Command Palette', 'palette', 'CmdOrCtrl+K'),
      item('Search', 'search', 'CmdOrCtrl+F'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...development,
    ],
  };
}

function goMenu(item: MakeItem): Item {
  return {
    label: 'Go',
    submenu: [
      item('Home', 'go-home', 'CmdOrCtrl+1'),
      item('Invoices', 'go-invoices', 'CmdOrCtrl+2'),
      item('Customers', 'go-customers', 'CmdOrCtrl+3'),
      item('Payments', 'go-payments', 'CmdOrCtrl+4'),
      item('Refunds', 'go-refunds', 'CmdOrCtrl+5'),
      separator,
      item('Synchronise Now', 'sync-now', 'CmdOrCtrl+Shift+S'),
    ],
  };
}
