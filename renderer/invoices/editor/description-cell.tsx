// The words of a line; grows with them. Enter goes on, Shift+Enter breaks the line.
import { type ClipboardEvent, useId } from 'react';
import { CompletionList, optionId } from './completion-list.tsx';
import { useEditorTools } from './editor-context.ts';
import { textRun } from './history.ts';
import { cellName } from './use-cell-focus.ts';
import { type FoundItem, useCompletion } from './use-completion.ts';

export interface DescriptionCellProps {
  readonly lineId: string;
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** An item of the catalogue was chosen for the line. */
  readonly onItem: (item: FoundItem) => void;
}

export function DescriptionCell(props: DescriptionCellProps) {
  const { lineId, path, label, text, error, onPaste, onItem } = props;
  const { edit, settle } = useEditorTools();
  const noteId = useId();
  const listId = useId();
  const completion = useCompletion(onItem);
  const { items, active } = completion;
  return (
    <div className="cell">
      <textarea
        className="cell__input cell__input--text"
        data-cell={cellName(lineId, 'description')}
        data-path={path}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : noteId}
        rows={1}
        maxLength={1000}
        placeholder="What is invoiced"
        value={text}
        aria-autocomplete="list"
        aria-controls={items.length > 0 ? listId : undefined}
        aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
        autoComplete="off"
        onChange={({ target }) => {
          completion.onTyped(target.value);
          edit(
            { type: 'patch-line', id: lineId, patch: { description: target.value } },
            textRun(`${lineId} description`, target.value),
          );
        }}
        onKeyDown={(event) => {
          if (!completion.onKey(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBlur={() => {
          completion.close();
          settle();
        }}
        onPaste={onPaste}
      />
      {error !== undefined && (
        <span id={noteId} className="cell__note" data-tone="bad">
          {error}
        </span>
      )}
      <CompletionList id={listId} completion={completion} onChoose={onItem} />
    </div>
  );
}
