import { basename, dirname, join, posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName, uniqueNames } from '../../../main/documents/file-name.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...HOSTILE_TEXTS));

describe('safeFileName', () => {
  it.each([
    [['Invoice', 'NL-2026-0042', 'Halden & Roe'], 'Invoice-NL-2026-0042-Halden-Roe.pdf'],
    [['Rechnung', 'Müller & Söhne GmbH'], 'Rechnung-Muller-Sohne-GmbH.pdf'],
    [['Groß', 'Łódź', 'Æther', 'Ærø'], 'Gross-Lodz-AEther-AEro.pdf'],
    [["O'Brien’s"], 'OBriens.pdf'],
    [['請求書', 'QT-7'], 'QT-7.pdf'],
    [['東京'], 'document.pdf'],
    [[], 'document.pdf'],
    [['../../etc/passwd'], 'etc-passwd.pdf'],
    [['.hidden.'], 'hidden.pdf'],
    [['CON'], '_CON.pdf'],
    [['nul.txt'], '_nul.txt.pdf'],
    [['lpt1'], '_lpt1.pdf'],
    [['console'], 'console.pdf'],
  ])('%j is %s', (words, name) => {
    expect(safeFileName(words, 'pdf')).toBe(name);
  });

  it('stays in its folder and is accepted everywhere, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (words) => {
        const name = safeFileName(words, 'pdf');
        expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*[A-Za-z0-9_]\.pdf$|^[A-Za-z0-9_]\.pdf$/);
        expect(name.length).toBeLessThanOrEqual(80);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        for (const path of [posix, win32]) expect(path.basename(name)).toBe(name);
        expect(dirname(join('/folder', name))).toBe(join('/folder'));
        expect(basename(join('/folder', name))).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('uniqueNames', () => {
  it('numbers what was given before, also in other letters', () => {
    const unique = uniqueNames();
    expect(['a.pdf', 'A.pdf', 'a.pdf', 'b.pdf', 'a-2.pdf'].map(unique)).toEqual([
      'a.pdf',
      'A-2.pdf',
      'a-3.pdf',
      'b.pdf',
      'a-2-2.pdf',
    ]);
  });

  it('never answers twice the same, nor longer than allowed', () => {
    const name = fc.constantFrom(
      'a.pdf',
      'A.pdf',
      'a-2.pdf',
      `${'x'.repeat(76)}.pdf`,
      `${'X'.repeat(76)}.pdf`,
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), (names) => {
        const given = names.map(uniqueNames());
        expect(new Set(given.map((one) => one.toLowerCase())).size).toBe(names.length);
        for (const one of given) expect(one.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
