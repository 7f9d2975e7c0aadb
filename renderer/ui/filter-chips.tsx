// What a list is narrowed down to, each part with a way to take it off.
import { X } from 'lucide-react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './filters.css';

export interface FilterChip<Field extends string> {
  readonly id: string;
  readonly text: string;
  /** What goes when the chip is removed. */
  readonly fields: readonly Field[];
}

export interface FilterChipsProps<Field extends string> {
  readonly chips: readonly FilterChip<Field>[];
  readonly onRemove: (chip: FilterChip<Field>) => void;
}

export function FilterChips<Field extends string>({ chips, onRemove }: FilterChipsProps<Field>) {
  return (
    <div className="chips">
      {chips.map((chip) => (
        <Button
          key={chip.id}
          size="small"
          aria-label={`Remove filter: ${chip.text}`}
          onPress={() => onRemove(chip)}
        >
          {chip.text}
          <Icon icon={X} size={12} />
        </Button>
      ))}
    </div>
  );
}

/** A range with one end or both, in words. */
export function rangeText<Value>(
  from: Value | undefined,
  to: Value | undefined,
  show: (value: Value) => string,
): string {
  if (from === undefined) return to === undefined ? '' : `up to ${show(to)}`;
  return to === undefined ? `from ${show(from)}` : `${show(from)} – ${show(to)}`;
}
