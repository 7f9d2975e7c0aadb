// Names and their values below one another.
import type { ReactNode } from 'react';
import './card.css';

export interface KeyValuesProps {
  /** A null value leaves its row out. */
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
  readonly align?: 'start' | 'end';
}

export function KeyValues({ rows, align = 'start' }: KeyValuesProps) {
  return (
    <dl className="key-values" data-align={align}>
      {rows.map(({ name, value }) =>
        value === null ? null : (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
