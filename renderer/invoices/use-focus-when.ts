// Moves the focus to what has just taken the place of the element that had it, as in a dialog of two steps.
import { type RefObject, useEffect, useRef } from 'react';

export function useFocusWhen<Target extends HTMLElement>(isWanted: boolean): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    // A dialog looks after a focus that was lost one frame later: this comes last.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => target.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, [isWanted]);
  return target;
}
