import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSecretSearch } from './search.ts';

const KEY = ['sk', 'test', 'CanaryOfTheSearch42'].join('_');

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-canary-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'below'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('the search for keys', () => {
  it('finds any key in any file below a folder, and says where and never what', () => {
    const folder = folderWith({
      'below/a.db': new TextEncoder().encode(`\0\u{1F4A3}\0${KEY}\0`),
      'b.log': '',
    });
    const search = createSecretSearch();
    search.lookBelow(folder);
    expect(search.result()).toEqual({ files: 2, texts: 0, found: [join(folder, 'below/a.db')] });
  });

  it('finds a part of a key that the program was given', () => {
    const search = createSecretSearch();
    search.look('before', 'CanaryOfTheSearch42');
    search.learn(` ${KEY}\n`);
    search.look('reply', '{"detail":"…CanaryOfTheSearch42"}');
    expect(search.result()).toEqual({ files: 0, texts: 2, found: ['reply'] });
  });

  it('takes hints and other ids for what they are', () => {
    const search = createSecretSearch();
    search.learn('sk_test_');
    search.look('hint', 'A key begins with sk_test_… or rk_live_…');
    search.look('id', 'in_1PVqK2AbCdEfGhIjKl task_test_12345678'.replace('task_', 'ta_'));
    expect(search.result().found).toEqual([]);
  });

  it('does not look into what is compressed, so exports are looked at before they are', () => {
    const search = createSecretSearch();
    search.lookBelow(folderWith({ 'a.gz': gzipSync(KEY) }));
    expect(search.result().found).toEqual([]);
  });
});
