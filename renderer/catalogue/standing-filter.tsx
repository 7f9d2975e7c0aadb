// Chooses between what is offered and what is not any more, each with its count.
import { Segmented } from '../ui/segmented.tsx';

export type Offered = 'active' | 'archived';

export interface StandingFilterProps {
  readonly label: string;
  readonly value: Offered;
  readonly onChange: (value: Offered) => void;
  /** Undefined while on their way. */
  readonly counts: Readonly<Record<Offered, number>> | undefined;
  readonly gone?: string;
}

export function StandingFilter({ label, value, onChange, counts, gone = 'Archived' }: StandingFilterProps) {
  const named = (name: string, count: number | undefined): string =>
    count === undefined ? name : `${name} ${count.toLocaleString()}`;
  return (
    <Segmented<Offered>
      label={label}
      hideLabel
      value={value}
      onChange={onChange}
      segments={[
        { id: 'active', label: named('In use', counts?.active) },
        { id: 'archived', label: named(gone, counts?.archived) },
      ]}
    />
  );
}

/** Of a list that is here as a whole. */
export function countOffered(rows: readonly { readonly active: boolean }[]): Record<Offered, number> {
  const active = rows.filter((row) => row.active).length;
  return { active, archived: rows.length - active };
}
