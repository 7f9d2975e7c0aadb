import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKeyVault } from '../../../../main/hosts/electron/key-vault.ts';
import type { Clock, KeyVault } from '../../../../main/ports.ts';
import { createFakeSafeStorage, type FakeSafeStorage } from '../../../support/electron/fake-safe-storage.ts';
import { createRecordedLog } from '../../../support/host-app.ts';

const secret = 'sk_test_canary51Abc';
const slot = 'acct_1/test';

let profile: string;
let safeStorage: FakeSafeStorage;
let timers: (() => void)[];
const log = createRecordedLog();

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quittance-vault-'));
  safeStorage = createFakeSafeStorage();
  timers = [];
});
afterEach(() => rmSync(profile, { recursive: true }));

const clock: Clock = {
  now: () => 0,
  schedule(_delayMs, task) {
    timers.push(task);
    return () => void (timers = timers.filter((timer) => timer !== task));
  },
};
const folder = () => join(profile, 'keys');
/** A vault as the next start of the program would make it. */
const open = (platform: NodeJS.Platform = 'linux'): KeyVault =>
  createKeyVault({ safeStorage, folder: folder(), platform, clock, log });
const files = (): string[] => {
  const exists = statSync(folder(), { throwIfNoEntry: false }) !== undefined;
  return exists ? readdirSync(folder()).map((name) => join(folder(), name)) : [];
};

test('a key rests encrypted, in one private file, and is there at the next start', async () => {
  expect(await open().save(slot, secret)).toBe('os');
  expect(await open().load(slot)).toBe(secret);
  expect(files()).toHaveLength(1);
  for (const file of files()) {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'latin1')).not.toContain('sk_');
    expect(file).not.toContain('acct_1');
  }
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
});

test('slots are apart, and one that was never saved is empty', async () => {
  const vault = open();
  await vault.save(slot, secret);
  await vault.save('acct_1/live', 'sk_live_other');
  expect(await open().load('acct_1/live')).toBe('sk_live_other');
  expect(await open().load('acct_2/test')).toBeNull();
});

test('a forgotten key is gone from memory and disk', async () => {
  const vault = open();
  await vault.save(slot, secret);
  await vault.forget(slot);
  expect(await vault.load(slot)).toBeNull();
  expect(files()).toEqual([]);
});

describe('without a keyring on Linux', () => {
  test('nothing is written, and the key lives as long as the program', async () => {
    safeStorage.mode = 'public-key';
    const vault = open();
    expect(await vault.save(slot, secret)).toBe('session');
    expect(vault.keeps).toBe('session');
    expect(files()).toEqual([]);
    expect(await vault.load(slot)).toBe(secret);
    expect(await open().load(slot)).toBeNull();
  });

  test('a key that was encrypted before is not left to come back', async () => {
    const vault = open();
    await vault.save(slot, 'sk_test_old');
    safeStorage.mode = 'public-key';
    await vault.save(slot, secret);
    expect(files()).toEqual([]);
  });

  test('it is foretold by the desktop’s name, until a key proves otherwise', async () => {
    safeStorage.backend = 'basic_text';
    const vault = open();
    expect(vault.keeps).toBe('session');
    expect(await vault.save(slot, secret)).toBe('os');
    expect(vault.keeps).toBe('os');
  });

  test.each(['darwin', 'win32'] as const)('the same mark is the normal one on %s', async (platform) => {
    safeStorage.mode = 'public-key';
    expect(await open(platform).save(slot, secret)).toBe('os');
    expect(await open(platform).load(slot)).toBe(secret);
  });
});

describe('when the keychain cannot be asked', () => {
  test.each(['temporarily-unavailable', 'decrypt-error'] as const)(
    '%s: the encrypted key stays, and serves later',
    async (mode) => {
      await open().save(slot, secret);
      safeStorage.mode = mode;
      const vault = open();
      expect(await vault.load(slot)).toBeNull();
      expect(files()).toHaveLength(1);
      safeStorage.mode = 'ok';
      expect(await vault.load(slot)).toBe(secret);
    },
  );

  test('a key that cannot be encrypted is kept for the session', async () => {
    safeStorage.mode = 'temporarily-unavailable';
    const vault = open();
    expect(await vault.save(slot, secret)).toBe('session');
    expect(await vault.load(slot)).toBe(secret);
  });

  test('a question that nobody answers holds nothing up; a late answer still serves', async () => {
    await open().save(slot, secret);
    safeStorage.mode = 'never-resolves';
    const vault = open();
    const loading = vault.load(slot);
    await expect.poll(() => timers.length).toBe(1);
    timers.forEach((timer) => timer());
    expect(await loading).toBeNull();
    safeStorage.answerPrompts();
    await expect
      .poll(async () => {
        safeStorage.mode = 'decrypt-error';
        return vault.load(slot);
      })
      .toBe(secret);
  });

  test('the log names what failed, never the key', async () => {
    safeStorage.mode = 'temporarily-unavailable';
    await open().save(slot, secret);
    expect(log.entries.at(-1)?.event).toBe('key-not-encrypted');
    expect(JSON.stringify(log.entries)).not.toContain('canary');
  });
});

test('a key is encrypted anew when the keychain wishes so', async () => {
  await open().save(slot, secret);
  const [file = ''] = files();
  const before = statSync(file).ino;
  safeStorage.mode = 'should-re-encrypt';
  expect(await open().load(slot)).toBe(secret);
  expect(statSync(file).ino).not.toBe(before);
  safeStorage.mode = 'ok';
  expect(await open().load(slot)).toBe(secret);
});

test('once loaded, the keychain is not asked again', async () => {
  await open().save(slot, secret);
  const vault = open();
  await vault.load(slot);
  const { asked } = safeStorage;
  await vault.load(slot);
  expect(safeStorage.asked).toBe(asked);
});
