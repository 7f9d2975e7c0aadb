// Chooses and orders the columns of the list.
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { Dialog } from 'react-aria-components/Dialog';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { type ColumnChoice, moveColumn, toggleColumn, USUAL_CHOICE } from './column-choice.ts';
import { INVOICE_COLUMNS } from './columns.tsx';

export interface ColumnsButtonProps {
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}

export function ColumnsButton({ choice, onChange }: ColumnsButtonProps) {
  return (
    <DialogTrigger>
      <IconButton icon={Columns3} label="Columns" />
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog className="columns" aria-label="Columns">
          <ul>
            {choice.map(({ id, isShown }, index) => {
              const name = INVOICE_COLUMNS.find((column) => column.id === id)?.header ?? id;
              return (
                <li key={id} className="columns__row">
                  <Checkbox isSelected={isShown} onChange={() => onChange(toggleColumn(choice, id))}>
                    {name}
                  </Checkbox>
                  <IconButton
                    size="small"
                    icon={ArrowUp}
                    label={`Move ${name} up`}
                    isDisabled={index === 0}
                    onPress={() => onChange(moveColumn(choice, id, -1))}
                  />
                  <IconButton
                    size="small"
                    icon={ArrowDown}
                    label={`Move ${name} down`}
                    isDisabled={index === choice.length - 1}
                    onPress={() => onChange(moveColumn(choice, id, 1))}
                  />
                </li>
              );
            })}
          </ul>
          <Button variant="quiet" size="small" onPress={() => onChange(USUAL_CHOICE)}>
            Back to the usual columns
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
