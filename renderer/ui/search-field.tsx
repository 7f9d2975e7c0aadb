// A field that filters a list while it is typed into; Esc empties it.
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Icon } from './icon.tsx';
import './field.css';
import './list-box.css';
import './page.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, placeholder = 'Search', value, onChange, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField className="search-field" aria-label={label} value={value} onChange={onChange}>
      <div className="control">
        <span className="control__prefix">
          <Icon icon={Search} size={14} />
        </span>
        <Input
          className="control__input"
          placeholder={placeholder}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {value !== '' && (
          <Button className="combo-box__button">
            <Icon icon={X} size={14} label="Clear" />
          </Button>
        )}
      </div>
    </AriaSearchField>
  );
}
