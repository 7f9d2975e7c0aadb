// The response headers under which the page runs, the same in every host but for where it may connect to.
import type { BundleFile } from './bundle.ts';

/** `'none'` where the page talks through a preload, `'self'` where it talks to the server that sent it. */
export type ConnectSource = "'none'" | "'self'";

function contentSecurityPolicy(connect: ConnectSource): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every response, whatever its kind. */
export function securityHeaders(connect: ConnectSource): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(connect),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Headers of one file of the page. */
export function fileHeaders(file: BundleFile, connect: ConnectSource): Readonly<Record<string, string>> {
  return {
    ...securityHeaders(connect),
    'content-type': file.mediaType,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
