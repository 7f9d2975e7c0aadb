import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../../main/hosts/electron/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test.each([
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'plugins',
  'bypassCSP',
  'crashReporter',
  'setUsePlainTextEncryption',
  'executeJavaScript',
  'rejectUnauthorized',
  'remote',
])('%s is nowhere', (word) => {
  expect(filesWith(new RegExp(`\\b${word}\\b`))).toEqual([]);
});

test('deprecated synchronous encryption is nowhere', () => {
  expect(filesWith(/\b(?:encryptString|decryptString|isEncryptionAvailable)\(/)).toEqual([]);
});

test('windows are made in one file, and messages handled in one', () => {
  expect(filesWith(/new (?:electron\.)?BrowserWindow\b/)).toEqual(['window.ts']);
  expect(filesWith(/ipcMain\.(?:handle|on)\(/)).toEqual(['ipc.ts']);
});

test('the real module is named by the entry and the preload only', () => {
  expect(filesWith(/^import (?!type\b).*from 'electron'/m)).toEqual(['main.ts', 'preload.ts']);
});

test('the pinned Electron is the one that these rules were written for', () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', folder), 'utf8'));
  expect(manifest).toMatchObject({ devDependencies: { electron: expect.stringMatching(/^45\./) } });
});
