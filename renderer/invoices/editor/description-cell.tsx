// The words of a line; grows with them. Enter goes on, Shift+Enter breaks the line.
import { type ClipboardEvent, useId } from 'react';
import { useEditorTools } from './editor-context.ts';
import { textRun } from './history.ts';
import { cellName } from './use-cell-focus.ts';

export interface DescriptionCellProps {
  readonly lineId: string;
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function DescriptionCell({ lineId, path, label, text, error, onPaste }: DescriptionCellProps) {
  const { edit, settle } = useEditorTools();
  const noteId = useId();
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
        onChange={({ target }) =>
          edit(
            { type: 'patch-line', id: lineId, patch: { description: target.value } },
            textRun(`${lineId} description`, target.value),
          )
        }
        onBlur={settle}
        onPaste={onPaste}
      />
      {error !== undefined && (
        <span id={noteId} className="cell__note" data-tone="bad">
          {error}
        </span>
      )}
    </div>
  );
}
