// When the same command twice is one: the second click of a double click comes after a local answer, but not long after.

/** The time in which a person clicks twice without meaning to. */
const DOUBLE_CLICK_MS = 500;

export interface CommandStart {
  /** The input, as text to compare. */
  readonly text: string;
  /** Milliseconds of the page's clock. */
  readonly at: number;
  readonly isUnderWay: boolean;
}

export function isSameClick(last: CommandStart, text: string, now: number): boolean {
  return last.text === text && (last.isUnderWay || now - last.at < DOUBLE_CLICK_MS);
}
