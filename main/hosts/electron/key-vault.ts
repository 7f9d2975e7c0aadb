// Stripe keys between runs: encrypted by the operating system's keychain, or, where that is none, in memory only.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { writeFileAtomically } from '../../documents/write-file.ts';
import type { Clock, KeyVault, Log } from '../../ports.ts';
import { within } from '../common/within.ts';

export interface KeyVaultOptions {
  readonly safeStorage: Pick<
    SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend'
  >;
  /** Made when first needed; apart from the books, so that no copy of those carries a key. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
}

/** A person is given this long to answer the keychain's question; an answer after that serves the next attempt. */
const promptMs = 30_000;

/**
 * Where no keyring runs, Chromium on Linux encrypts with a key that everybody knows, says that encryption is available, and marks
 * the result with these bytes. On other systems the same mark is the normal one.
 */
const publicKeyMark = 'v10';

/** Owns the encrypted files and the keys of this session. */
class SystemKeyVault implements KeyVault {
  readonly #options: KeyVaultOptions;
  readonly #session = new Map<string, string>();
  #keeps: 'os' | 'session';

  constructor(options: KeyVaultOptions) {
    this.#options = options;
    const { platform, safeStorage } = options;
    // A guess from the desktop's name, until the first key shows what is true.
    const noKeyring = platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    this.#keeps = noKeyring ? 'session' : 'os';
  }

  get keeps(): 'os' | 'session' {
    return this.#keeps;
  }

  /** Null also while the keychain cannot be asked: the encrypted key stays where it is. */
  async load(slot: string): Promise<string | null> {
    const known = this.#session.get(slot);
    if (known !== undefined) return known;
    const ciphertext = await readIfThere(this.#file(slot));
    if (ciphertext === null) return null;
    const decrypting = this.#options.safeStorage.decryptStringAsync(ciphertext).then(async (decrypted) => {
      if (!this.#session.has(slot)) this.#session.set(slot, decrypted.result);
      if (decrypted.shouldReEncrypt) await this.#keep(slot, decrypted.result);
      return decrypted.result;
    });
    return this.#ask('key-not-decrypted', decrypting);
  }

  async save(slot: string, secret: string): Promise<'os' | 'session'> {
    this.#session.set(slot, secret);
    this.#keeps = await this.#keep(slot, secret);
    // An older key that is still in the file would come back at the next start.
    if (this.#keeps === 'session') await rm(this.#file(slot), { force: true });
    return this.#keeps;
  }

  async forget(slot: string): Promise<void> {
    this.#session.delete(slot);
    await rm(this.#file(slot), { force: true });
  }

  async #keep(slot: string, secret: string): Promise<'os' | 'session'> {
    const ciphertext = await this.#ask(
      'key-not-encrypted',
      this.#options.safeStorage.encryptStringAsync(secret),
    );
    if (ciphertext === null || this.#isPublic(ciphertext)) return 'session';
    await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
    await writeFileAtomically(this.#file(slot), ciphertext, 0o600);
    return 'os';
  }

  #isPublic(ciphertext: Buffer): boolean {
    return (
      this.#options.platform === 'linux' && ciphertext.subarray(0, 3).toString('latin1') === publicKeyMark
    );
  }

  /** The keychain's answer; null when it refuses or a person leaves its question unanswered. */
  async #ask<Value>(event: string, answer: Promise<Value>): Promise<Value | null> {
    try {
      return await within(this.#options.clock, promptMs, answer);
    } catch (error) {
      this.#options.log.error(event, { error });
      return null;
    }
  }

  /** Slots are names of accounts: their hash is a safe file name and gives nothing away. */
  #file(slot: string): string {
    const name = createHash('sha256').update(slot).digest('hex').slice(0, 32);
    return join(this.#options.folder, `${name}.key`);
  }
}

/** Only after the application is ready. */
export function createKeyVault(options: KeyVaultOptions): KeyVault {
  return new SystemKeyVault(options);
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
