// The settings as the page knows them: read, save, and the logo with its checks.
import type { Settings } from '../../shared/contract/settings.ts';
import { invalidInput } from '../refusal.ts';
import { deleteBlob, hasBlob, readBlob, writeBlob } from '../store/blobs.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { sniffImage } from './image-type.ts';
import type { UseContext } from './context.ts';

const LOGO = 'logo';
const LOGO_BYTES = 1_000_000;

export function getSettings(context: UseContext): Settings {
  const settings = readSettings(context.db);
  return { ...settings, document: { ...settings.document, hasLogo: hasBlob(context.db, LOGO) } };
}

/** `hasLogo` is ours to say and is not taken from the page. */
export function saveSettings(context: UseContext, input: { readonly settings: Settings }): Settings {
  const { timeZone } = input.settings.company;
  if (!isTimeZone(timeZone)) throw invalidInput('settings.company.timeZone', 'This time zone is not known');
  if (!isLanguage(input.settings.document.language)) {
    throw invalidInput('settings.document.language', 'This language is not known');
  }
  context.db.transaction(() => {
    writeSettings(context.db, input.settings);
    context.changes.add('settings');
  });
  return getSettings(context);
}

/** Refuses with `invalid-input` what is not a PNG or JPEG by its bytes, or too large. */
export function setLogo(context: UseContext, input: { readonly base64: string | null }): Settings {
  context.db.transaction(() => {
    if (input.base64 === null) deleteBlob(context.db, LOGO);
    else keepLogo(context, input.base64);
    context.changes.add('settings');
  });
  return getSettings(context);
}

export function getLogo(context: UseContext): { dataUrl: string | null } {
  const blob = readBlob(context.db, LOGO);
  if (!blob) return { dataUrl: null };
  return { dataUrl: `data:${blob.mediaType};base64,${Buffer.from(blob.bytes).toString('base64')}` };
}

function keepLogo(context: UseContext, base64: string): void {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw invalidInput('base64', 'The picture could not be read');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > LOGO_BYTES) throw invalidInput('base64', 'The picture is larger than 1 MB');
  const mediaType = sniffImage(bytes);
  if (mediaType === null) throw invalidInput('base64', 'The picture must be a PNG or a JPEG');
  writeBlob(context.db, { key: LOGO, mediaType, bytes, created: context.now() });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
