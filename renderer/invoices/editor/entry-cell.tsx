// A cell for a figure: what is typed stays as typed until the cell is left, and arithmetic shows its result.
import { type ClipboardEvent, useId, useState } from 'react';
import { isExpression } from '../../../shared/domain/expression.ts';
import { useEditorTools } from './editor-context.ts';
import { useUnread } from './unread.ts';
import { cellName, type LineColumn } from './use-cell-focus.ts';

export interface EntryCellProps {
  readonly lineId: string;
  readonly column: LineColumn;
  /** The path of the line, and that of the value in it. */
  readonly linePath: string;
  readonly path: string;
  /** What the column is called, and the cell: "Unit price" and "Unit price, line 2". */
  readonly name: string;
  readonly label: string;
  /** The value as it is read while nobody types. */
  readonly shown: string;
  /** Takes what was typed; answers why it cannot be read, or null. */
  readonly enter: (text: string) => string | null;
  readonly placeholder?: string;
  readonly error: string | undefined;
  readonly onPaste?: (event: ClipboardEvent) => void;
}

interface Entry {
  readonly text: string;
  /** Why the text cannot be read, or null. */
  readonly refusal: string | null;
  /** How many undos there had been when it was typed. */
  readonly jumps: number;
}

export function EntryCell(props: EntryCellProps) {
  const {
    lineId,
    column,
    linePath,
    path,
    name,
    label,
    shown,
    enter,
    placeholder = '',
    error,
    onPaste,
  } = props;
  const { jumps, settle, takeBack } = useEditorTools();
  const noteId = useId();
  const [entry, setEntry] = useState<Entry | null>(null);
  // After undo or redo the field shows what the draft says, whatever was typed.
  const current = entry?.jumps === jumps ? entry : null;
  const refusal = current?.refusal ?? null;
  const typed = current?.text ?? null;
  useUnread({ lineId, path, name }, refusal);
  const problem = refusal ?? error;
  const result = typed !== null && refusal === null && isExpression(typed) ? `= ${shown}` : null;
  const note = problem ?? result;
  return (
    <div className="cell">
      <input
        className="cell__input cell__input--figure"
        data-cell={cellName(lineId, column)}
        data-path={`${linePath}.${path}`}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={note === null || note === undefined ? undefined : noteId}
        autoComplete="off"
        inputMode="decimal"
        placeholder={placeholder}
        value={typed ?? shown}
        onChange={({ target }) => {
          const refused = enter(target.value);
          if (refused !== null) takeBack(cellName(lineId, column));
          setEntry({ text: target.value, refusal: refused, jumps });
        }}
        onFocus={({ target }) => target.select()}
        onBlur={() => {
          if (refusal === null) setEntry(null);
          settle();
        }}
        onPaste={onPaste}
      />
      {note !== null && note !== undefined && (
        <span id={noteId} className="cell__note" data-tone={problem === undefined ? 'result' : 'bad'}>
          {note}
        </span>
      )}
    </div>
  );
}
