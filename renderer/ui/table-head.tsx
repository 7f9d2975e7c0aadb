// The names of a plain table's columns.

interface TableColumn {
  readonly header: string;
  /** Figures stand at the end of their column. */
  readonly align?: 'end' | undefined;
  /** Read out, but not shown. */
  readonly hideHeader?: boolean | undefined;
}

/** Of a column of amounts, counts or rates. */
export function figures(header: string): TableColumn {
  return { header, align: 'end' };
}

/** Of a column that explains itself to those who see it. */
export function readOut(header: string): TableColumn {
  return { header, hideHeader: true };
}

export interface TableHeadProps {
  /** Each header once; words alone are a column of words. */
  readonly columns: readonly (string | TableColumn)[];
}

export function TableHead({ columns }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(columnOf).map(({ header, align, hideHeader = false }) => (
          <th key={header} scope="col" data-align={align}>
            {hideHeader ? <span className="visually-hidden">{header}</span> : header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function columnOf(column: string | TableColumn): TableColumn {
  return typeof column === 'string' ? { header: column } : column;
}
