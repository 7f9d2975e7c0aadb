import { expect, test } from 'vitest';
import { windows1252 } from '../../../main/exports/windows-1252.ts';

const decoded = (text: string): string => new TextDecoder('windows-1252').decode(windows1252(text));

test('every character that the encoding has is read back', () => {
  const all = Uint8Array.from({ length: 256 }, (_, code) => code).filter(
    (code) => code < 0x80 || code >= 0xa0 || ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(code),
  );
  const text = new TextDecoder('windows-1252').decode(all);
  expect(windows1252(text)).toEqual(all);
});

test.each([
  ['Müller & Söhne – 5 €', 'Müller & Söhne – 5 €'],
  ['Łódź Café', '?ódz Café'],
  ['Dvořák', 'Dvorák'],
  ['東京🙂', '???'],
  ['e\u0301', 'é'],
])('%s becomes %s', (text, written) => {
  expect(decoded(text)).toBe(written);
});
