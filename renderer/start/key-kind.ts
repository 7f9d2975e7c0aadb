// What the beginning of a pasted Stripe key says, before it is sent anywhere.

export type KeyKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'usable'; readonly mode: 'test' | 'live'; readonly restricted: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

export function keyKind(text: string): KeyKind {
  const key = text.trim();
  if (key === '') return { kind: 'empty' };
  if (key.startsWith('pk_')) {
    return {
      kind: 'refused',
      reason:
        'This is a publishable key: it can only take payments in a web page. Use a restricted (rk_…) or secret (sk_…) key.',
    };
  }
  const match = /^(sk|rk)_(test|live)_[A-Za-z0-9]+$/.exec(key);
  if (match === null) {
    return {
      kind: 'refused',
      reason:
        'This does not look like a Stripe key. It begins with rk_live_, sk_live_, rk_test_ or sk_test_.',
    };
  }
  return { kind: 'usable', mode: match[2] === 'live' ? 'live' : 'test', restricted: match[1] === 'rk' };
}
