// Whether something happened inside an element, and not in a dialog that was opened from it.
import type { SyntheticEvent } from 'react';

/** React tells an element of what happens in everything that it renders, also of what stands elsewhere on the page. */
export function isFromWithin({ target, currentTarget }: SyntheticEvent): boolean {
  return target instanceof Node && currentTarget.contains(target);
}
