// What was sold with the disputed payment and with each of the earlier ones.
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { CompellingProps } from './compelling-card.tsx';

const GOODS = [
  { id: 'merchandise', label: 'Goods' },
  { id: 'services', label: 'Services' },
] as const;

export function SoldFields({ part, answer, change, refusalOf, onLeave }: CompellingProps) {
  const { goods, description, priors } = answer;
  const numberOf = (chargeId: string): string =>
    part.candidates.find((payment) => payment.chargeId === chargeId)?.number ?? chargeId;
  return (
    <>
      <h3 className="answer__heading">What was sold</h3>
      <div className="answer__texts">
        <Select
          label="Goods or services"
          options={GOODS}
          value={goods}
          onChange={(chosen) => change({ goods: chosen })}
        />
        <div className="answer__long">
          <TextArea
            label="With the disputed payment"
            rows={2}
            value={description}
            error={refusalOf('description')}
            onChange={(text) => change({ description: text })}
            onBlur={onLeave}
          />
        </div>
        {priors.map((prior, index) => (
          <div className="answer__long" key={prior.chargeId}>
            <TextArea
              label={`With ${numberOf(prior.chargeId)}`}
              rows={2}
              value={prior.description}
              error={refusalOf(`priors.${index}.description`)}
              onChange={(text) =>
                change({
                  priors: priors.map((one) => (one === prior ? { ...prior, description: text } : one)),
                })
              }
              onBlur={onLeave}
            />
          </div>
        ))}
      </div>
    </>
  );
}
