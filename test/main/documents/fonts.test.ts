import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FONT_FILES, fontGroupsFor, fontPath } from '../../../main/documents/fonts.ts';

const nodeModules = resolve('node_modules');

describe('font files', () => {
  it('are there, free, and together small enough to ship', () => {
    let size = 0;
    for (const font of FONT_FILES) {
      const path = fontPath({ kind: 'packages', nodeModules }, font);
      expect(existsSync(path), path).toBe(true);
      size += statSync(path).size;
      const licence = readFileSync(join(dirname(dirname(path)), 'LICENSE_FONT'), 'utf8');
      expect(licence).toContain('SIL Open Font License, Version 1.1');
    }
    expect(size).toBeLessThan(40_000_000);
  });

  it('lie side by side in one folder of the program, each under a name of its own', () => {
    const paths = FONT_FILES.map((font) => fontPath({ kind: 'folder', path: '/fonts' }, font));
    expect(new Set(paths).size).toBe(FONT_FILES.length);
    for (const path of paths) expect(dirname(path)).toBe(join('/fonts'));
  });
});

describe('fontGroupsFor', () => {
  it.each([
    ['Café Łódź Ελλάδα Москва Đà Nẵng €₹₽', 'en', ['base']],
    ['שלום', 'he', ['base', 'hebrew']],
    ['فاتورة 100', 'ar-AE', ['base', 'arabic']],
    ['請求書', 'ja-JP', ['base', 'japanese', 'chinese']],
    ['カタカナ', 'ja-JP', ['base', 'japanese']],
    ['请求', 'zh-CN', ['base', 'chinese']],
    ['請求', 'en', ['base', 'chinese']],
    ['東京タワー', 'en', ['base', 'japanese', 'chinese']],
    ['서울', 'ko', ['base', 'korean']],
    ['서울 漢字', 'ko', ['base', 'korean', 'chinese']],
    ['，', 'zh', ['base', 'chinese']],
    ['Tokyo', 'ja', ['base']],
    ['नमस्ते สวัสดี 🚀', 'en', ['base', 'thai', 'devanagari', 'emoji']],
    ['© ™ 1', 'en', ['base']],
  ])('%s in %s needs %j', (text, language, groups) => {
    expect(fontGroupsFor(text, language)).toEqual(groups);
  });
});
