// The items of the catalogue that are offered for a line. The focus stays in the description: the arrows move through the list.
import { everyWords } from '../../catalogue/every-words.ts';
import { PriceAmount } from '../../catalogue/price-amount.tsx';
import type { Completion, FoundItem } from './use-completion.ts';
import '../../ui/list-box.css';

export interface CompletionListProps {
  readonly id: string;
  readonly completion: Completion;
  readonly onChoose: (item: FoundItem) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

export function CompletionList({ id, completion, onChoose }: CompletionListProps) {
  const { items, active, setActive, close } = completion;
  return (
    <>
      <span role="status" className="visually-hidden">
        {items.length === 0 ? '' : `${items.length} from the catalogue. Arrow down to choose.`}
      </span>
      {items.length > 0 && (
        <div id={id} role="listbox" aria-label="From the catalogue" className="completion list-box">
          {items.map((item, index) => (
            <button
              key={item.price.id}
              id={optionId(id, index)}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="list-box__item completion__item"
              data-focus-visible={index === active ? '' : undefined}
              onMouseMove={() => setActive(index)}
              // Pressing must not take the focus out of the description, which would close the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                onChoose(item);
                close();
              }}
            >
              <span className="list-box__text truncate">
                {item.name}
                {item.description !== '' && (
                  <span className="list-box__detail truncate">{item.description}</span>
                )}
              </span>
              <span className="completion__price">
                <PriceAmount price={item.price} />
                <span className="list-box__detail">
                  {[everyWords(item.price.every), item.unitLabel].filter((word) => word !== '').join(', ')}
                </span>
              </span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}
