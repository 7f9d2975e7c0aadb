// What the bookkeeper calls an account, and what it is in the accountant's program; the journal knows accounts by a number of its own that never changes.

/** Programs of accountants for which an account has a code. */
export const CODED = ['datev', 'quickbooks', 'xero'] as const;
export type Coded = (typeof CODED)[number];
/** Empty where there is none. */
export type Codes = Readonly<Record<Coded, string>>;

export interface AccountSetting {
  readonly name: string;
  readonly number: string;
  readonly codes: Codes;
}

const NUMBER = /^\d{1,9}$/;
const NAME_LENGTH = 60;

const CODES: Readonly<Record<Coded, { readonly fits: RegExp; readonly message: string }>> = {
  // developer.datev.de: accounts of the general ledger have four to eight digits.
  datev: { fits: /^\d{4,8}$/, message: 'A DATEV account has 4 to 8 digits' },
  // The name as it is in QuickBooks; a colon stands between an account and its sub-account.
  quickbooks: {
    fits: /^[^\p{Control}"]{1,100}$/u,
    message: 'A QuickBooks account is its name, at most 100 characters',
  },
  xero: { fits: /^[A-Za-z0-9._-]{1,10}$/, message: 'A Xero code has at most 10 letters and digits' },
};

export interface SettingProblem {
  /** Of the field: `name`, `number`, or `codes.datev` and so on. */
  readonly path: string;
  readonly message: string;
}

/** What of a setting cannot stand beside those of the other accounts; null when all of it can. */
export function settingProblem(
  { name, number, codes }: AccountSetting,
  others: readonly Pick<AccountSetting, 'name' | 'number'>[],
): SettingProblem | null {
  if (name.trim() === '' || name.length > NAME_LENGTH || /\p{Control}/u.test(name))
    return { path: 'name', message: `An account has a name of one line, at most ${NAME_LENGTH} characters` };
  if (!NUMBER.test(number)) return { path: 'number', message: 'An account has a number of at most 9 digits' };
  if (others.some((other) => sameName(other.name, name)))
    return { path: 'name', message: 'Another account has this name' };
  if (others.some((other) => Number(other.number) === Number(number)))
    return { path: 'number', message: 'Another account has this number' };
  return codesProblem(codes);
}

export function codesProblem(codes: Codes): SettingProblem | null {
  const wrong = CODED.find((program) => codes[program] !== '' && !CODES[program].fits.test(codes[program]));
  return wrong === undefined ? null : { path: `codes.${wrong}`, message: CODES[wrong].message };
}

function sameName(a: string, b: string): boolean {
  const plain = (text: string): string => text.trim().normalize('NFKC').toLowerCase();
  return plain(a) === plain(b);
}
