// The Electron host's entry: hands the real Electron to the host.
import * as electron from 'electron';
import { join } from 'node:path';
import { createApp } from '../../app.ts';
import { lockFolder } from '../../store/folder-lock.ts';
import { keepYoungHeapSmall } from '../common/young-heap.ts';
import { startHost } from './host.ts';

keepYoungHeapSmall();
// Not awaited: Electron becomes ready only when this module has run to its end.
void startHost<electron.BrowserWindow>(electron, {
  argv: process.argv.slice(1),
  platform: process.platform,
  root: join(import.meta.dirname, '..', '..'),
  process,
  createApp,
  lockFolder,
});
