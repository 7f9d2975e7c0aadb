// The two functions through which the page reaches the program, the same in every host.
import type { ChangeEvent } from './events.ts';

export interface Bridge {
  /** Calls one operation of the table by name. Answers a `Result` that the caller parses; never rejects for a refusal. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Hears change events until the returned function is called. */
  subscribe(listener: (event: ChangeEvent) => void): () => void;
}
