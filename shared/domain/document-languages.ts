// The languages that documents can be written in.

/** BCP 47 tags. */
export const DOCUMENT_LANGUAGES = [
  'ar',
  'de',
  'el',
  'en',
  'es',
  'fr',
  'he',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'uk',
  'zh-Hans',
  'zh-Hant',
] as const;

export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];
