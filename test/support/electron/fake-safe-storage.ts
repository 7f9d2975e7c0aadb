// A stand-in for Electron's safeStorage in each of the ways that it has been seen to behave.
import type { SafeStorage } from 'electron';

export type SafeStorageMode =
  | 'ok'
  /** No keyring on Linux: "encrypted" under a key that everybody knows. */
  | 'public-key'
  | 'temporarily-unavailable'
  | 'decrypt-error'
  | 'should-re-encrypt'
  /** A keychain prompt that nobody answers. */
  | 'never-resolves';

export interface FakeSafeStorage extends Pick<
  SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend'
> {
  mode: SafeStorageMode;
  backend: ReturnType<SafeStorage['getSelectedStorageBackend']>;
  /** How often the keychain was asked for anything. */
  asked: number;
  /** Lets every unanswered prompt be answered. */
  readonly answerPrompts: () => void;
}

const scramble = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

export function createFakeSafeStorage(): FakeSafeStorage {
  const prompts: (() => void)[] = [];
  const ask = async (): Promise<void> => {
    storage.asked += 1;
    if (storage.mode === 'never-resolves') await new Promise<void>((resolve) => prompts.push(resolve));
    if (storage.mode === 'temporarily-unavailable')
      throw new Error('safeStorage is temporarily unavailable. Please try again.');
  };
  const storage: FakeSafeStorage = {
    mode: 'ok',
    backend: 'gnome_libsecret',
    asked: 0,
    answerPrompts: () => prompts.splice(0).forEach((answer) => answer()),
    getSelectedStorageBackend: () => storage.backend,
    async encryptStringAsync(text) {
      await ask();
      const mark = storage.mode === 'public-key' ? 'v10' : 'v11';
      return Buffer.concat([Buffer.from(mark), scramble(Buffer.from(text))]);
    },
    async decryptStringAsync(bytes) {
      await ask();
      if (storage.mode === 'decrypt-error')
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.');
      return {
        result: scramble(bytes.subarray(3)).toString(),
        shouldReEncrypt: storage.mode === 'should-re-encrypt',
      };
    },
  };
  return storage;
}
