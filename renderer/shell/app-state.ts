// Which books are open and what is known of others, for whoever needs it below the root.
import { createContext, use } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';

export type AppState = CallOutput<'app.state'>;
export type Books = NonNullable<AppState['books']>;

export const AppStateContext = createContext<AppState | null>(null);

export function useAppState(): AppState {
  const state = use(AppStateContext);
  if (state === null) throw new Error('A component that needs the program’s state stands outside of it');
  return state;
}
