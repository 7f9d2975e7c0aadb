// Values by the path that a reason names.

/** The value at a path such as `lines.2.quantity`, the whole at an empty one; undefined where the path leads nowhere. */
export function valueAt(whole: unknown, path: string): unknown {
  let value = whole;
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(key);
  }
  return value;
}
