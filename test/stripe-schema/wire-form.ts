// Reads a request as the form it is on the wire: text, and objects with names. A list has numbers for names.

export type Form = string | { readonly [name: string]: Form };
type Branch = { [name: string]: string | Branch };

export interface FormRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function readForm({ method, path, headers, body }: FormRequest): Form {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  const encoded = method === 'POST' ? body : (path.split('?')[1] ?? '');
  const fields = boundary === undefined ? [...new URLSearchParams(encoded)] : parts(body, boundary);
  const root = branch();
  for (const [key, value] of fields) put(root, names(key), value);
  return root;
}

/** The names and contents of an upload's parts. */
function parts(body: string, boundary: string): readonly (readonly [string, string])[] {
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const name = /; name="([^"]*)"/.exec(part)?.[1] ?? '';
      return [name, part.slice(part.indexOf('\r\n\r\n') + 4, -2)];
    });
}

/** Without a prototype, every name is just a name. */
function branch(): Branch {
  return Object.create(null) as Branch;
}

/** `a[b][0][c]` becomes a, b, 0, c. */
function names(key: string): readonly string[] {
  const open = key.indexOf('[');
  return open === -1 ? [key] : [key.slice(0, open), ...key.slice(open + 1, -1).split('][')];
}

function put(root: Branch, path: readonly string[], value: string): void {
  let at = root;
  for (const [depth, segment] of path.entries()) {
    const name = segment === '' ? String(Object.keys(at).length) : segment;
    if (depth === path.length - 1) {
      at[name] = value;
      return;
    }
    const existing = at[name];
    const next = existing === undefined || typeof existing === 'string' ? branch() : existing;
    at[name] = next;
    at = next;
  }
}
