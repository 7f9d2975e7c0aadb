// Fetches the PDFs that Stripe makes: from Stripe's own hosts only, over TLS, bounded in size and time.

/** Where Stripe's PDF addresses point to and lead on to; compared whole, never searched. */
const HOSTS: ReadonlySet<string> = new Set(['pay.stripe.com', 'invoice.stripe.com', 'files.stripe.com']);
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_HOPS = 4;
const TIMEOUT_MS = 20_000;

/** Null when the address, or one it leads on to, is not Stripe's, or nothing usable came back. */
export async function downloadFromStripe(address: string): Promise<Uint8Array | null> {
  let next = address;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    if (!isStripes(next)) return null;
    const response = await get(next);
    if (response === null) return null;
    const onward = response.headers.get('location');
    if (onward === null) return bytesOf(response);
    if (!URL.canParse(onward, next)) return null;
    next = new URL(onward, next).href;
  }
  return null;
}

export function isStripes(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' &&
    HOSTS.has(url.hostname) &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** Without following redirects. */
export async function fetchBytes(address: string): Promise<Uint8Array | null> {
  const response = await get(address);
  return response && bytesOf(response);
}

/** Path and query of an address; `/` for what is no address. */
export function pathOf(address: string): string {
  if (!URL.canParse(address)) return '/';
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

async function get(address: string): Promise<Response | null> {
  try {
    return await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    // No network, a refused connection or a time-out: the PDF is fetched another time.
    return null;
  }
}

async function bytesOf(response: Response): Promise<Uint8Array | null> {
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return null;
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length <= MOST_BYTES ? bytes : null;
  } catch {
    // The connection broke in the middle, or the time was up: as if nothing had come.
    return null;
  }
}
