// The keys of the editor: undo and redo reach every field, review works from anywhere.
import type { KeyboardEvent } from 'react';
import { useCommands } from '../../ui/commands.tsx';
import { isFromWithin } from '../../ui/from-within.ts';
import type { EditorState } from './use-editor-state.ts';

/** Answers the listener for the form: it goes before the browser's own undo, which knows only one field. */
export function useEditorCommands(state: EditorState, review: () => void): (event: KeyboardEvent) => void {
  const { undo, redo } = state;
  useCommands([
    {
      id: 'review-and-send',
      title: 'Review and send',
      group: 'This screen',
      shortcuts: ['Mod+Enter'],
      run: review,
    },
    { id: 'undo', title: 'Undo', group: 'This screen', shortcuts: ['Mod+Z'], run: undo },
    { id: 'redo', title: 'Redo', group: 'This screen', shortcuts: ['Mod+Shift+Z', 'Mod+Y'], run: redo },
  ]);
  return (event) => {
    if (event.altKey || !(event.ctrlKey || event.metaKey) || !isFromWithin(event)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
}
