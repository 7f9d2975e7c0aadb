// Chooses several tax rates for one line, as some countries need.
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useEditorTools } from './editor-context.ts';
import { taxRateLabel } from './tax-rate-label.ts';

const MOST_RATES = 5;

export interface TaxRatesDialogProps {
  readonly chosen: readonly string[];
  /** Null when nothing is to change. */
  readonly onDone: (ids: readonly string[] | null) => void;
}

export function TaxRatesDialog({ chosen, onDone }: TaxRatesDialogProps) {
  const { taxRates, locale } = useEditorTools();
  const [ids, setIds] = useState(chosen);
  const shown = taxRates.filter((rate) => rate.active || chosen.includes(rate.id));
  const actions = (
    <>
      <Button onPress={() => onDone(null)}>Cancel</Button>
      <Button variant="primary" onPress={() => onDone(ids)}>
        Apply
      </Button>
    </>
  );
  return (
    <Dialog title="Taxes of this line" isOpen onClose={() => onDone(null)} actions={actions}>
      <div className="stack">
        {shown.map((rate) => (
          <Checkbox
            key={rate.id}
            isSelected={ids.includes(rate.id)}
            isDisabled={ids.length >= MOST_RATES && !ids.includes(rate.id)}
            onChange={(on) => setIds(on ? [...ids, rate.id] : ids.filter((id) => id !== rate.id))}
            detail={rate.inclusive ? 'Already contained in the price' : 'Added to the price'}
          >
            {taxRateLabel(rate, locale)}
          </Checkbox>
        ))}
      </div>
    </Dialog>
  );
}
