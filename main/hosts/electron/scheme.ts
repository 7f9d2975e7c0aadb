// The page's own scheme, `app://bundle/`: a fixed map of built files, each with the security headers, and nothing else.
import type { CustomScheme } from 'electron';
import { findFile, type Bundle } from '../common/bundle.ts';
import { fileHeaders, securityHeaders } from '../common/security-headers.ts';
import { isPageAddress, pageScheme } from './guards.ts';

/** Must be registered before the application is ready. The policy applies to it as to any other page. */
export const pageSchemes: CustomScheme[] = [
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
];

/** Answers requests to the page's scheme from `bundle`. */
export function createPageHandler(bundle: Bundle): (request: Request) => Response {
  return (request) => {
    if (request.method !== 'GET') return refuse(405);
    if (!isPageAddress(request.url)) return refuse(404);
    // `pathname` stays percent-encoded: it is compared as it is.
    const file = findFile(bundle, new URL(request.url).pathname || '/');
    if (file === null) return refuse(404);
    return new Response(file.bytes, { headers: fileHeaders(file, "'none'") });
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders("'none'") });
}
