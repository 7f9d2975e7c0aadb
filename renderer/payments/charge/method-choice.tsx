// Chooses one of the cards and accounts that a customer has saved; those that cannot be charged say why.
import { CreditCard, Landmark } from 'lucide-react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { Icon } from '../../ui/icon.tsx';
import { MethodDetail } from './method-detail.tsx';
import './method-choice.css';

export type ChoosableMethod = CallOutput<'charges.options'>['methods'][number];

export interface MethodChoiceProps {
  readonly methods: readonly ChoosableMethod[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function MethodChoice({ methods, chosen, onChoose }: MethodChoiceProps) {
  return (
    <RadioGroup
      className="methods"
      aria-label="Saved cards and accounts"
      value={chosen}
      onChange={(id) => {
        if (id !== null) onChoose(id);
      }}
    >
      {methods.map((method) => (
        <RadioField key={method.id} value={method.id} isDisabled={method.refusal !== null}>
          <RadioButton className="methods__option">
            <Icon icon={method.type === 'card' ? CreditCard : Landmark} size={18} />
            <span className="methods__text">
              <span>{method.label}</span>
              <span className="methods__detail">{method.refusal ?? <MethodDetail method={method} />}</span>
            </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
