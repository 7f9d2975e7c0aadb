// The first rows of a CSV file, with a choice above each column of what it is.
import { Select } from '../../ui/select.tsx';
import { ROLES, roleOf, withRole } from './column-roles.ts';
import type { MappingFieldsProps } from './mapping-fields.tsx';
import '../../ui/plain-table.css';
import './import.css';

export function ColumnsTable({ csv: { header, rows }, mapping, onChange }: MappingFieldsProps) {
  const width = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const nameOf = (column: number): string => header?.[column] || `Column ${column + 1}`;
  return (
    <div className="mapping" role="region" aria-label="Columns of the file" tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(column)}
                <Select
                  label={`What ${nameOf(column)} is`}
                  hideLabel
                  options={ROLES}
                  value={roleOf(mapping, column)}
                  isDisabled={mapping.date === column}
                  onChange={(role) => onChange(withRole(mapping, column, role))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} className="muted">
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
