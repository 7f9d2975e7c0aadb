// Tells what a pasted text is: a usable Stripe key and of which kind, or why it cannot be one. Never repeats the text.

export type KeyClass =
  | { readonly ok: true; readonly kind: 'secret' | 'restricted'; readonly mode: 'test' | 'live' }
  | { readonly ok: false; readonly reason: 'publishable' | 'malformed'; readonly message: string };

/** Stripe's own keys are far longer than this; it catches a key that was cut off when it was copied. */
const SHORTEST_SECRET = 10;
const SHAPE = /^(sk|rk)_(test|live)_([A-Za-z0-9_]+)$/;

/** `text` is taken as typed, but for white space around it. */
export function classifyKey(text: string): KeyClass {
  const key = text.trim();
  if (key.startsWith('pk_')) {
    return {
      ok: false,
      reason: 'publishable',
      message:
        'This is a publishable key, which can only collect payments on a web page. Paste a restricted key (rk_) or a secret key (sk_).',
    };
  }
  const shape = SHAPE.exec(key);
  const [, prefix, mode, secret] = shape ?? [];
  if ((mode !== 'test' && mode !== 'live') || secret === undefined) return malformed(whyMalformed(key));
  if (secret.length < SHORTEST_SECRET) return malformed('The key is too short: a part of it is missing.');
  return { ok: true, kind: prefix === 'sk' ? 'secret' : 'restricted', mode };
}

/** Whatever else is wrong with it. */
export function isLiveKey(text: string): boolean {
  return text.includes('_live_');
}

function malformed(message: string): KeyClass {
  return { ok: false, reason: 'malformed', message };
}

function whyMalformed(key: string): string {
  if (key === '') return 'The key is empty.';
  if (/\s/.test(key)) return 'The key has a space or a line break inside. Copy it again as one piece.';
  if (/^[sr]k_org_/.test(key))
    return 'This is a key of an organization. Paste a key of the one account whose invoices you write.';
  if (key.startsWith('whsec_')) return 'This is the signing secret of a webhook, not an API key.';
  if (/^[sr]k_(test|live)_/.test(key)) return 'The key has characters that no Stripe key has. Copy it again.';
  return 'This is not a Stripe key. A restricted key begins with rk_test_ or rk_live_, a secret key with sk_test_ or sk_live_.';
}
