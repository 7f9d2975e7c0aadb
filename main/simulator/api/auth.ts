// Which keys open the simulator, and what Stripe says to the others.
import { Failure } from './failure.ts';
import type { Settings } from '../options.ts';

/** What was said about keys beside which are accepted. */
export interface Keys {
  readonly revoked: Set<string>;
  /** By restricted key. */
  readonly permissions: Map<string, readonly string[]>;
}

export function createKeys(restricted: Readonly<Record<string, readonly string[]>>): Keys {
  return { revoked: new Set(), permissions: new Map(Object.entries(restricted)) };
}

function bearer(headers: Readonly<Record<string, string>>): string | null {
  const header = headers['authorization'] ?? '';
  if (header.startsWith('Bearer ')) return header.slice('Bearer '.length).trim();
  if (header.startsWith('Basic ')) return atob(header.slice('Basic '.length)).split(':')[0] ?? null;
  return null;
}

/** `sk_test_...1234`: what Stripe repeats of a key. */
function masked(key: string): string {
  return `${key.slice(0, 8)}${'*'.repeat(Math.max(4, key.length - 12))}${key.slice(-4)}`;
}

/** The accepted secret key of a request; throws 401 or 403 when it carries none. */
export function authenticate(
  settings: Settings,
  { revoked }: Keys,
  headers: Readonly<Record<string, string>>,
): string {
  const key = bearer(headers);
  if (key === null || key === '') {
    throw new Failure(
      401,
      'invalid_request_error',
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (/^pk_(test|live)_/.test(key)) {
    throw new Failure(
      401,
      'invalid_request_error',
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      { code: 'secret_key_required' },
    );
  }
  if (revoked.has(key)) {
    throw new Failure(401, 'invalid_request_error', `Expired API Key provided: ${masked(key)}`, {
      code: 'api_key_expired',
    });
  }
  const ofMode = settings.livemode ? /^(sk|rk)_live_./ : /^(sk|rk)_test_./;
  const accepted = settings.keys === null ? ofMode.test(key) : settings.keys.includes(key);
  if (!accepted) throw new Failure(401, 'invalid_request_error', `Invalid API Key provided: ${masked(key)}`);
  const account = headers['stripe-account'] ?? headers['stripe-context'];
  if (account !== undefined && account !== settings.accountId) {
    throw new Failure(
      403,
      'invalid_request_error',
      `The provided key '${masked(key)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
      { code: 'account_invalid' },
    );
  }
  return key;
}
