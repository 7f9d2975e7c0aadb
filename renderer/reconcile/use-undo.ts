// Says what was decided, with a way to take it back: in the notice, and by Ctrl+Z while the screen is open.
import { useRef } from 'react';
import { useCommands } from '../ui/commands.tsx';
import { showToast } from '../ui/toast.tsx';

type Ran = Promise<{ readonly ok: boolean }>;

/** Once `run` has been accepted, `back` takes it back. */
export type Decide = (title: string, run: Ran, back: () => Ran) => Promise<void>;

export function useUndo(): Decide {
  const last = useRef<(() => void) | null>(null);
  useCommands([
    {
      id: 'undo',
      title: 'Undo the last decision',
      group: 'This screen',
      shortcuts: ['Mod+Z'],
      run: () => last.current?.(),
    },
  ]);
  return async (title, run, back) => {
    if (!(await run).ok) return;
    const takeBack = (): void => {
      if (last.current === takeBack) last.current = null;
      close();
      void back();
    };
    last.current = takeBack;
    const close = showToast({ tone: 'neutral', title, action: { label: 'Undo', run: takeBack } });
  };
}
