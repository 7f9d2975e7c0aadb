// Which columns of the invoice list are shown, and in which order; remembered on this computer.
import { useState } from 'react';
import { readStored, writeStored } from '../stored.ts';
import { INVOICE_COLUMNS, type InvoiceColumn } from './columns.tsx';

const NAME = 'invoice-columns';

/** Every column once, in the order chosen. */
export type ColumnChoice = readonly { readonly id: string; readonly isShown: boolean }[];

/** What was kept may be of an older program, or nobody's. */
function isChoice(value: unknown): value is ColumnChoice {
  return Array.isArray(value) && value.every(isColumn);
}

function isColumn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('isShown' in value)) return false;
  return typeof value.id === 'string' && typeof value.isShown === 'boolean';
}

export const USUAL_CHOICE: ColumnChoice = INVOICE_COLUMNS.map(({ id, isOptional }) => ({
  id,
  isShown: !isOptional,
}));

/** Keeps what is still known of an older choice and adds columns that came later, hidden. */
export function mergeChoice(stored: unknown): ColumnChoice {
  if (!isChoice(stored)) return USUAL_CHOICE;
  const known = stored.filter(({ id }) => INVOICE_COLUMNS.some((column) => column.id === id));
  const added = USUAL_CHOICE.filter(({ id }) => !known.some((choice) => choice.id === id));
  const merged = [...known, ...added.map(({ id }) => ({ id, isShown: false }))];
  return merged.some(({ isShown }) => isShown) ? merged : USUAL_CHOICE;
}

export function moveColumn(choice: ColumnChoice, id: string, by: -1 | 1): ColumnChoice {
  const from = choice.findIndex((column) => column.id === id);
  const moved = choice[from];
  const to = from + by;
  return moved && to >= 0 && to < choice.length ? choice.toSpliced(from, 1).toSpliced(to, 0, moved) : choice;
}

/** The last shown column stays: a list without columns shows nothing. */
export function toggleColumn(choice: ColumnChoice, id: string): ColumnChoice {
  const next = choice.map((column) => (column.id === id ? { ...column, isShown: !column.isShown } : column));
  return next.some(({ isShown }) => isShown) ? next : choice;
}

export function chosenColumns(choice: ColumnChoice): readonly InvoiceColumn[] {
  return choice.flatMap(({ id, isShown }) => {
    const column = INVOICE_COLUMNS.find((candidate) => candidate.id === id);
    return column && isShown ? [column] : [];
  });
}

export function useColumnChoice(): readonly [ColumnChoice, (choice: ColumnChoice) => void] {
  const [choice, setChoice] = useState(() => mergeChoice(readStored(NAME)));
  return [
    choice,
    (next) => {
      writeStored(NAME, next);
      setChoice(next);
    },
  ];
}
