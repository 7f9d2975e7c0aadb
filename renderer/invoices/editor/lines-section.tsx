// The lines of the invoice as a grid of fields that works like a spreadsheet.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { documentLineAmount } from '../../../shared/domain/document-sums.ts';
import { Button } from '../../ui/button.tsx';
import { MAX_LINES } from './draft-edits.ts';
import { useEditor } from './editor-context.ts';
import { LineRow } from './line-row.tsx';
import { useCellFocus } from './use-cell-focus.ts';
import { useLineActions } from './use-line-actions.ts';

export function LinesSection() {
  const { content, totals, errorAt } = useEditor();
  const { table, focusCell } = useCellFocus();
  const [announcement, setAnnouncement] = useState('');
  const { actions, add, onKeyDown } = useLineActions(focusCell, setAnnouncement);
  const error = errorAt('lines');
  return (
    <section className="editor__section" aria-label="Lines" data-path="lines">
      <div role="presentation" className="line-frame" onKeyDown={onKeyDown}>
        <table className="line-table" ref={table}>
          <LinesHead />
          <tbody>
            {content.lines.map((line, index) => {
              const sums = totals.lines[index];
              return (
                <LineRow
                  key={line.id}
                  line={line}
                  index={index}
                  isLast={index === content.lines.length - 1}
                  amount={sums ? documentLineAmount(sums) : 0}
                  actions={actions}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {error !== undefined && (
        <p role="alert" className="editor__error">
          {error}
        </p>
      )}
      <div className="line-table__foot">
        <Button
          variant="quiet"
          size="small"
          icon={Plus}
          onPress={add}
          isDisabled={content.lines.length >= MAX_LINES}
        >
          Add line
        </Button>
        <span className="faint small">
          Tab after the last cell adds a line. Rows from a spreadsheet can be pasted.
        </span>
      </div>
      <div role="status" className="visually-hidden">
        {announcement}
      </div>
    </section>
  );
}

function LinesHead() {
  return (
    <thead>
      <tr>
        <th scope="col" className="line-table__number">
          <span className="visually-hidden">Line</span>
        </th>
        <th scope="col">Description</th>
        <th scope="col" className="line-table__quantity">
          Quantity
        </th>
        <th scope="col" className="line-table__price">
          Unit price
        </th>
        <th scope="col" className="line-table__tax">
          Tax
        </th>
        <th scope="col" className="line-table__discount">
          Discount
        </th>
        <th scope="col" className="line-table__amount">
          Amount
        </th>
        <th scope="col" className="line-table__menu">
          <span className="visually-hidden">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
