// Chooses the ways by which invoices can be paid; one that does not know the currency says so.
import { useId } from 'react';
import {
  methodRefusal,
  methodsIn,
  OFFERED_METHODS,
  paymentMethodName,
} from '../../shared/domain/payment-methods.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import '../ui/field.css';
import './method-checks.css';

export interface MethodChecksProps {
  readonly label: string;
  /** What it means that none is chosen. */
  readonly description: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  /** Null offers the ways of all currencies. */
  readonly currency: string | null;
  readonly error?: string | undefined;
}

export function MethodChecks({ label, description, chosen, onChange, currency, error }: MethodChecksProps) {
  const noteId = useId();
  const known = currency === null ? OFFERED_METHODS : methodsIn(currency);
  // What was chosen for another currency, or in Stripe's dashboard, stays in sight so that it can be taken away.
  const shown = [...known, ...chosen.filter((type) => !known.includes(type))];
  const refusal =
    currency === null
      ? undefined
      : chosen.map((type) => methodRefusal(type, currency)).find((reason) => reason !== null);
  const problem = refusal ?? error;
  return (
    <fieldset className="method-checks" aria-describedby={noteId}>
      <legend className="field__label">{label}</legend>
      <div className="method-checks__ways">
        {shown.map((type) => (
          <Checkbox
            key={type}
            isSelected={chosen.includes(type)}
            onChange={(on) => onChange(on ? [...chosen, type] : chosen.filter((other) => other !== type))}
          >
            {paymentMethodName(type)}
          </Checkbox>
        ))}
      </div>
      <span id={noteId} className={problem === undefined ? 'field__description' : 'field__error'}>
        {problem ?? (chosen.length === 0 ? description : '')}
      </span>
    </fieldset>
  );
}
