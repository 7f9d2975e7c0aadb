// Which fonts a document may use, where their files are, and which of them a given text needs: the large ones are loaded only for their script.
import { join } from 'node:path';

/** `base` is always loaded; every other group only when a document contains its script. */
export type FontGroup =
  | 'base'
  | 'arabic'
  | 'hebrew'
  | 'thai'
  | 'devanagari'
  | 'chinese'
  | 'japanese'
  | 'korean'
  | 'emoji';

export interface FontFile {
  readonly group: FontGroup;
  /** Family name as the typesetter sees it. */
  readonly family: string;
  /** File name in the program's own font folder. */
  readonly file: string;
  /** Path below `node_modules`, from which the build copies it. */
  readonly packagePath: string;
}

/** Every font is under the SIL Open Font License 1.1; the licence text is `LICENSE_FONT` in its package. */
export const FONT_FILES: readonly FontFile[] = [
  ...family('base', 'Inter', 'inter', 'Inter', ['400Regular', '500Medium', '600SemiBold']),
  ...family('arabic', 'IBM Plex Sans Arabic', 'ibm-plex-sans-arabic', 'IBMPlexSansArabic', [
    '400Regular',
    '600SemiBold',
  ]),
  ...family('hebrew', 'Noto Sans Hebrew', 'noto-sans-hebrew', 'NotoSansHebrew', [
    '400Regular',
    '600SemiBold',
  ]),
  ...family('thai', 'Noto Sans Thai', 'noto-sans-thai', 'NotoSansThai', ['400Regular', '600SemiBold']),
  ...family('devanagari', 'Noto Sans Devanagari', 'noto-sans-devanagari', 'NotoSansDevanagari', [
    '400Regular',
    '600SemiBold',
  ]),
  ...family('chinese', 'Noto Sans SC', 'noto-sans-sc', 'NotoSansSC', ['400Regular', '600SemiBold']),
  ...family('japanese', 'BIZ UDPGothic', 'biz-udpgothic', 'BIZUDPGothic', ['400Regular', '700Bold']),
  ...family('korean', 'NanumGothic', 'nanum-gothic', 'NanumGothic', ['400Regular', '700Bold']),
  ...family('emoji', 'Noto Emoji', 'noto-emoji', 'NotoEmoji', ['400Regular']),
];

function family(
  group: FontGroup,
  name: string,
  packageName: string,
  stem: string,
  styles: readonly string[],
): readonly FontFile[] {
  return styles.map((style) => ({
    group,
    family: name,
    file: `${stem}_${style}.ttf`,
    packagePath: `@expo-google-fonts/${packageName}/${style}/${stem}_${style}.ttf`,
  }));
}

/** Where the files are: all in one folder, as the build lays them out, or each in its package. */
export type FontSource =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'packages'; readonly nodeModules: string };

export function fontPath(source: FontSource, font: FontFile): string {
  return source.kind === 'folder' ? join(source.path, font.file) : join(source.nodeModules, font.packagePath);
}

const SCRIPTS: readonly { readonly group: FontGroup; readonly pattern: RegExp }[] = [
  { group: 'arabic', pattern: /\p{Script=Arabic}/u },
  { group: 'hebrew', pattern: /\p{Script=Hebrew}/u },
  { group: 'thai', pattern: /\p{Script=Thai}/u },
  { group: 'devanagari', pattern: /\p{Script=Devanagari}/u },
  { group: 'korean', pattern: /\p{Script=Hangul}/u },
  { group: 'japanese', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
  { group: 'chinese', pattern: /[\p{Script=Han}\p{Script=Bopomofo}]/u },
  { group: 'emoji', pattern: /[\p{Emoji_Presentation}\uFE0F]/u },
];

/** Marks and full-width forms that only fonts of East Asia have. */
const EAST_ASIAN_MARKS = /[\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/**
 * The groups needed for `text` in a document of `language` (BCP 47), in the order in which the typesetter is to try them.
 * Han characters are shared by three languages that draw them differently: the document's language decides, then what else is written;
 * the Chinese font has the most of them and is always the last resort.
 */
export function fontGroupsFor(text: string, language: string): readonly FontGroup[] {
  const found = SCRIPTS.filter((script) => script.pattern.test(text)).map((script) => script.group);
  const eastAsian = eastAsianGroup(language);
  const marks = EAST_ASIAN_MARKS.test(text) || found.includes('chinese');
  const groups = new Set<FontGroup>(['base', ...found]);
  if (marks && eastAsian !== null) groups.add(eastAsian);
  if (marks && !groups.has('japanese') && !groups.has('korean')) groups.add('chinese');
  return [...groups].toSorted((a, b) => rank(a, eastAsian) - rank(b, eastAsian));
}

function eastAsianGroup(language: string): 'chinese' | 'japanese' | 'korean' | null {
  if (language.startsWith('ja')) return 'japanese';
  if (language.startsWith('ko')) return 'korean';
  return language.startsWith('zh') ? 'chinese' : null;
}

const ORDER: readonly FontGroup[] = [
  'base',
  'arabic',
  'hebrew',
  'thai',
  'devanagari',
  'japanese',
  'korean',
  'chinese',
  'emoji',
];

function rank(group: FontGroup, preferred: FontGroup | null): number {
  return group === preferred ? 0.5 : ORDER.indexOf(group);
}
