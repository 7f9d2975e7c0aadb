// Who may talk to the loopback server: pure checks of one request's headers, in front of every route.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The parts of a request that say where it comes from. */
export interface RequestHead {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * The HTTP status with which to refuse a request to `authority` (`127.0.0.1:PORT`), or null to let it pass.
 * An exact Host defeats DNS rebinding; an exact Origin and same-origin fetch metadata defeat pages of other sites, other ports included.
 */
export function refuseOrigin(request: RequestHead, authority: string): 403 | 421 | null {
  const { host, origin } = request.headers;
  if (host !== authority) return 421;
  if (origin !== undefined && origin !== `http://${authority}`) return 403;
  const site = request.headers['sec-fetch-site'];
  // 'none' is the person opening the printed address; nothing else outside the page's own origin has business here.
  const typed = request.method === 'GET' && site === 'none';
  return site === undefined || site === 'same-origin' || typed ? null : 403;
}

/** Whether the request carries the session's token, compared in constant time. */
export function hasToken(headers: IncomingHttpHeaders, token: string): boolean {
  const given = headers['x-quittance-token'];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
