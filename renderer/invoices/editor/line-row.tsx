// One line of the draft: its cells, its amount, and a menu for the mouse.
import { ArrowDown, ArrowUp, Copy, Ellipsis, Package, PackageX, Trash2 } from 'lucide-react';
import { type ClipboardEvent, memo } from 'react';
import type { DraftLine } from '../../../shared/contract/drafts.ts';
import { tooLargeFigure } from '../../../shared/domain/line-amount.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Money } from '../../ui/money.tsx';
import { DescriptionCell } from './description-cell.tsx';
import { useEditorTools } from './editor-context.ts';
import { EntryCell } from './entry-cell.tsx';
import { discountText, priceText, readDiscount, readPrice, readQuantity } from './figures.ts';
import { showDecimal } from '../../ui/decimal-field.tsx';
import { TaxCell } from './tax-cell.tsx';
import type { FoundItem } from './use-completion.ts';

export interface LineActions {
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string) => void;
  readonly duplicate: (line: DraftLine) => void;
  readonly paste: (line: DraftLine, event: ClipboardEvent) => void;
  /** Takes words, price and taxes from the catalogue. */
  readonly fill: (line: DraftLine, item: FoundItem) => void;
  /** Leaves the line as it is, but counts it to no item any more. */
  readonly setFree: (id: string) => void;
}

export interface LineRowProps {
  readonly line: DraftLine;
  readonly index: number;
  readonly isLast: boolean;
  /** Minor units, after the line's own discount. */
  readonly amount: number;
  readonly actions: LineActions;
}

export const LineRow = memo(function LineRow({ line, index, isLast, amount, actions }: LineRowProps) {
  const { currency, errorAt } = useEditorTools();
  const path = `lines.${index}`;
  const label = (name: string): string => `${name}, line ${index + 1}`;
  const onPaste = (event: ClipboardEvent): void => actions.paste(line, event);
  return (
    <tr className="line" data-line={line.id}>
      <td className="line__number">{index + 1}</td>
      <td className="line__what" data-item={line.item === null ? undefined : ''}>
        <DescriptionCell
          lineId={line.id}
          path={`${path}.description`}
          label={label('Description')}
          text={line.description}
          error={errorAt(`${path}.description`) ?? errorAt(path)}
          onPaste={onPaste}
          onItem={(item) => actions.fill(line, item)}
        />
        {line.item !== null && <ItemMark />}
      </td>
      <FigureCells line={line} path={path} label={label} onPaste={onPaste} />
      <td className="line__amount">
        {tooLargeFigure(line) === null ? (
          <Money amount={amount} currency={currency} tone={amount === 0 ? 'faint' : 'normal'} />
        ) : (
          '–'
        )}
      </td>
      <td>
        <LineMenu line={line} index={index} isLast={isLast} actions={actions} />
      </td>
    </tr>
  );
});

/** Says that the line counts to an item of the catalogue. */
function ItemMark() {
  return (
    <span className="line__item" title="An item of the catalogue">
      <Icon icon={Package} size={13} label="An item of the catalogue" />
    </span>
  );
}

interface FigureCellsProps {
  readonly line: DraftLine;
  readonly path: string;
  readonly label: (name: string) => string;
  readonly onPaste: (event: ClipboardEvent) => void;
}

const TOO_LARGE = 'More than Stripe can charge';

function FigureCells({ line, path, label, onPaste }: FigureCellsProps) {
  const { currency, edit, locale, marks, errorAt } = useEditorTools();
  const tooLarge = tooLargeFigure(line);
  const patch = (changed: Partial<Omit<DraftLine, 'id'>>, column: string): string | null => {
    // What was pasted as too large may be put right one figure after the other.
    if (tooLarge === null && tooLargeFigure({ ...line, ...changed }) !== null) return TOO_LARGE;
    edit({ type: 'patch-line', id: line.id, patch: changed }, `${line.id} ${column}`);
    return null;
  };
  return (
    <>
      <td>
        <EntryCell
          lineId={line.id}
          column="quantity"
          linePath={path}
          path="quantity"
          name="Quantity"
          label={label('Quantity')}
          shown={showDecimal(line.quantity, locale)}
          enter={(text) => {
            const quantity = readQuantity(text, marks);
            return quantity === null ? 'Not a number' : patch({ quantity }, 'quantity');
          }}
          error={errorAt(`${path}.quantity`) ?? (tooLarge === 'quantity' ? TOO_LARGE : undefined)}
          onPaste={onPaste}
        />
      </td>
      <td>
        <EntryCell
          lineId={line.id}
          column="price"
          linePath={path}
          path="unitAmountDecimal"
          name="Unit price"
          label={label('Unit price')}
          shown={priceText(line.unitAmountDecimal, currency, locale)}
          enter={(text) => {
            const unitAmountDecimal = readPrice(text, currency, marks);
            return unitAmountDecimal === null ? 'Not an amount' : patch({ unitAmountDecimal }, 'price');
          }}
          error={
            errorAt(`${path}.unitAmountDecimal`) ?? (tooLarge === 'unitAmountDecimal' ? TOO_LARGE : undefined)
          }
          onPaste={onPaste}
        />
      </td>
      <td>
        <TaxCell
          line={line}
          path={`${path}.taxRateIds`}
          label={label('Tax')}
          error={errorAt(`${path}.taxRateIds`)}
        />
      </td>
      <td>
        <EntryCell
          lineId={line.id}
          column="discount"
          linePath={path}
          path="discount"
          name="Discount"
          label={label('Discount')}
          shown={discountText(line.discount, currency, locale)}
          placeholder="–"
          enter={(text) => {
            const entry = readDiscount(text, currency, marks);
            return entry.ok ? patch({ discount: entry.discount }, 'discount') : entry.reason;
          }}
          error={errorAt(`${path}.discount`)}
        />
      </td>
    </>
  );
}

interface LineMenuProps {
  readonly line: DraftLine;
  readonly index: number;
  readonly isLast: boolean;
  readonly actions: LineActions;
}

/** Everything here has a key as well, so the button stays out of the tab order. */
function LineMenu({ line, index, isLast, actions }: LineMenuProps) {
  const entries: (MenuEntry | 'separator')[] = [
    {
      id: 'up',
      label: 'Move up',
      icon: ArrowUp,
      shortcut: 'Alt ↑',
      isDisabled: index === 0,
      run: () => actions.move(line.id, -1),
    },
    {
      id: 'down',
      label: 'Move down',
      icon: ArrowDown,
      shortcut: 'Alt ↓',
      isDisabled: isLast,
      run: () => actions.move(line.id, 1),
    },
    ...(line.item === null
      ? []
      : [{ id: 'free', label: 'Not of the catalogue', icon: PackageX, run: () => actions.setFree(line.id) }]),
    { id: 'duplicate', label: 'Duplicate', icon: Copy, run: () => actions.duplicate(line) },
    'separator',
    {
      id: 'remove',
      label: 'Delete',
      icon: Trash2,
      tone: 'danger',
      shortcut: 'Alt ⌫',
      run: () => actions.remove(line.id),
    },
  ];
  return (
    <Menu label={`Line ${index + 1}`} entries={entries} placement="bottom end">
      <IconButton icon={Ellipsis} size="small" label={`Actions for line ${index + 1}`} excludeFromTabOrder />
    </Menu>
  );
}
