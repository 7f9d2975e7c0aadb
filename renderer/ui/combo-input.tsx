// The text of a combo box: Enter takes the first option that it finds, and leaving the field the only one.
import { type KeyboardEvent, type Ref, use, useEffect, useRef } from 'react';
import { ComboBoxStateContext, Input, useFilter } from 'react-aria-components/ComboBox';
import type { Option } from './select.tsx';

export interface ComboInputProps {
  readonly options: readonly Option<string>[];
  readonly extra: Option<string> | undefined;
  /** The caller finds the options: none is left out here. */
  readonly isSearched: boolean;
  readonly isSearching: boolean;
  readonly allowsCustomValue: boolean;
  readonly placeholder: string;
  readonly inputRef: Ref<HTMLInputElement> | undefined;
  readonly onKeyDown: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
}

export function ComboInput(props: ComboInputProps) {
  const { options, extra, isSearched, isSearching, allowsCustomValue } = props;
  const state = use(ComboBoxStateContext);
  const { contains } = useFilter({ sensitivity: 'base' });
  // What is to be taken when the search is back.
  const awaited = useRef<{ readonly text: string; readonly by: 'Enter' | 'Leave' } | null>(null);
  const text = state?.inputValue.trim() ?? '';
  const chosen = options.find(({ id }) => id === state?.value)?.label ?? '';
  const isTyped = !allowsCustomValue && text !== '' && text !== chosen;
  const found = isSearched ? options : options.filter(({ label }) => contains(label, text));
  const match = (by: 'Enter' | 'Leave'): Option<string> | undefined => {
    const same = found.find(({ label }) => label.toLowerCase() === text.toLowerCase());
    if (by === 'Enter') return same ?? found[0] ?? extra;
    return same ?? (found.length === 1 ? found[0] : undefined);
  };
  useEffect(() => {
    if (awaited.current === null || isSearching) return;
    const option = text === awaited.current.text ? match(awaited.current.by) : undefined;
    awaited.current = null;
    if (option !== undefined) state?.setValue(option.id);
  });
  /** True when the key must not reach the form: what was typed is not chosen yet. */
  const take = (by: 'Enter' | 'Leave'): boolean => {
    if (!state || !isTyped || state.selectionManager.focusedKey !== null) return false;
    if (isSearching) {
      awaited.current = { text, by };
      return true;
    }
    const option = match(by);
    if (option === undefined) return true;
    if (state.isOpen && by === 'Enter') state.selectionManager.setFocusedKey(option.id);
    else state.setValue(option.id);
    return false;
  };
  return (
    <Input
      className="control__input"
      placeholder={props.placeholder}
      spellCheck={false}
      {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
      onKeyDownCapture={(event) => {
        props.onKeyDown?.(event);
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === 'Enter' && isPlain && take('Enter')) {
          event.preventDefault();
          event.stopPropagation();
        } else if (event.key === 'Tab') take('Leave');
      }}
      onBlurCapture={(event) => {
        // The list is a part of the field.
        if ((event.relatedTarget?.closest('.popover') ?? null) === null) take('Leave');
      }}
    />
  );
}
