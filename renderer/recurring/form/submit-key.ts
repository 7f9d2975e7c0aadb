// Ctrl+Enter anywhere in a form: a button that has the focus would take the key for itself.
import type { KeyboardEvent } from 'react';
import { isFromWithin } from '../../ui/from-within.ts';

/** Answers the listener for the capture phase. */
export function onSubmitKey(submit: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isFromWithin(event)) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
}
