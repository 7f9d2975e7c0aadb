// The fields by which the list can be narrowed down, behind one button.
import { ListFilter as FilterIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './button.tsx';
import { shortcutText } from './shortcuts.ts';
import './filters.css';

export interface FilterButtonProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

export function FilterButton({ isOpen, onOpenChange, onClear, children }: FilterButtonProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button icon={FilterIcon} shortcut={shortcutText('f')}>
        Filter
      </Button>
      <Popover className="popover" offset={4} placement="bottom start">
        <Dialog className="filters" aria-label="Filter">
          {children}
          <div className="spread">
            <Button variant="quiet" onPress={onClear}>
              Clear all
            </Button>
            <Button variant="primary" onPress={() => onOpenChange(false)}>
              Done
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
