// A chosen bank file: read, shown as it would be taken in, read again as a person corrects it, and taken in.
import { useRef, useState } from 'react';
import type { BankPreview } from '../../../shared/contract/bank.ts';
import type { CallInput } from '../../../shared/contract/calls.ts';
import type { Result } from '../../../shared/contract/errors.ts';
import { type Command, useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { toBase64 } from '../../to-base64.ts';

type BankFile = CallInput<'bank.preview'>['file'];
export type CsvMapping = NonNullable<CallInput<'bank.preview'>['mapping']>;

const TOO_LARGE = 'The file is larger than 10 MB: ask your bank for a shorter period.';
const MOST_BYTES = 10_000_000;
/** So that nobody waits at each letter of a name. */
const PAUSE_MS = 250;

export interface Preview {
  /** Null while no file is chosen. */
  readonly name: string | null;
  /** What it would bring, as far as it has been read. */
  readonly content: BankPreview | null;
  /** How a CSV file is read, corrections included. */
  readonly mapping: CsvMapping | null;
  /** Why it cannot be read, in words. */
  readonly problem: string | null;
  readonly isReading: boolean;
  readonly choose: (file: File) => Promise<void>;
  readonly correct: (mapping: CsvMapping) => void;
  readonly takeIn: () => ReturnType<Command<'bank.import'>['run']> | null;
  readonly isTakingIn: boolean;
  readonly close: () => void;
}

interface State {
  readonly name: string | null;
  readonly file: BankFile | null;
  readonly content: BankPreview | null;
  readonly mapping: CsvMapping | null;
  readonly problem: string | null;
  readonly isReading: boolean;
}

const NOTHING: State = {
  name: null,
  file: null,
  content: null,
  mapping: null,
  problem: null,
  isReading: false,
};

/** What was read before stays in sight beside the reason why it cannot be read any more. */
function answered(last: State, result: Result<BankPreview>, said: CsvMapping | null): State {
  if (!result.ok) return { ...last, problem: describeError(result.error), isReading: false };
  const mapping = said ?? result.value.csv?.mapping ?? null;
  return { ...last, content: result.value, mapping, problem: null, isReading: false };
}

export function usePreview(): Preview {
  const preview = useCommand('bank.preview', { failure: 'quiet' });
  const taking = useCommand('bank.import', { failure: 'quiet' });
  const [state, setState] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Only the answer to the last question counts.
  const asked = useRef(0);
  const read = async (file: BankFile, mapping: CsvMapping | null): Promise<void> => {
    const question = ++asked.current;
    const result = await preview.run({ file, mapping });
    if (question === asked.current) setState((last) => answered(last, result, mapping));
  };
  return {
    ...state,
    choose: async (file) => {
      if (file.size > MOST_BYTES) {
        setState({ ...NOTHING, name: file.name, problem: TOO_LARGE });
        return;
      }
      setState({ ...NOTHING, name: file.name, isReading: true });
      const chosen = { name: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) };
      setState((last) => ({ ...last, file: chosen }));
      await read(chosen, null);
    },
    correct: (mapping) => {
      const { file } = state;
      if (file === null) return;
      clearTimeout(timer.current);
      setState({ ...state, mapping, isReading: true });
      timer.current = setTimeout(() => void read(file, mapping), PAUSE_MS);
    },
    takeIn: () => (state.file === null ? null : taking.run({ file: state.file, mapping: state.mapping })),
    isTakingIn: taking.isPending,
    close: () => {
      clearTimeout(timer.current);
      asked.current += 1;
      setState(NOTHING);
    },
  };
}
