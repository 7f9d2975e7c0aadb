// A step of the reminder schedule in words.

export function stepWords(step: number): string {
  if (step === 0) return 'On the due date';
  const days = Math.abs(step) === 1 ? '1 day' : `${Math.abs(step)} days`;
  return step > 0 ? `${days} after the due date` : `${days} before the due date`;
}

/** For a column that says what it counts from. */
export function shortStepWords(step: number): string {
  return step === 0 ? 'When due' : stepWords(step).replace(' the due date', '');
}
