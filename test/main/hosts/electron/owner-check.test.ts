import { describe, expect, it } from 'vitest';
import { createOwnerCheck } from '../../../../main/hosts/electron/owner-check.ts';
import { createFakeOwner } from '../../../support/electron/fake-owner.ts';

describe('the owner of the computer', () => {
  it('is asked by Touch ID, and a rejected prompt is a no', async () => {
    const owner = createFakeOwner('owner');
    expect(await createOwnerCheck(owner, 'darwin')?.prove('unlock your books')).toBe(true);
    expect(owner.touchIdReasons).toEqual(['unlock your books']);
    expect(await createOwnerCheck(createFakeOwner('stranger'), 'darwin')?.prove('unlock')).toBe(false);
  });

  it('cannot be asked but by macOS, and is not offered without Touch ID', () => {
    for (const platform of ['linux', 'win32'] as const)
      expect(createOwnerCheck(createFakeOwner('owner'), platform)).toBeNull();
    expect(createOwnerCheck(createFakeOwner('none'), 'darwin')?.isOffered()).toBe(false);
    expect(createOwnerCheck(createFakeOwner('stranger'), 'darwin')?.isOffered()).toBe(true);
  });

  it('is away when the screen locks or the computer sleeps', () => {
    const owner = createFakeOwner('owner');
    const heard: string[] = [];
    const check = createOwnerCheck(owner, 'darwin');
    check?.onAway(() => heard.push('away'));
    owner.powerMonitor.emit('lock-screen');
    owner.powerMonitor.emit('suspend');
    expect(heard).toEqual(['away', 'away']);
    expect(check?.idleSeconds()).toBe(7);
  });
});
