// Says, aloud too, whether what was typed has been kept.
import { Check, CircleAlert, Loader } from 'lucide-react';
import type { CallError } from '../../shared/contract/errors.ts';
import { describeError } from '../error-text.ts';
import { Icon } from '../ui/icon.tsx';
import type { SettingsForm } from './use-settings.ts';

export interface SaveStateProps {
  readonly state: SettingsForm['state'];
  readonly error: CallError | null;
}

export function SaveState({ state, error }: SaveStateProps) {
  if (state === 'refused') {
    return (
      <span className="save-state" data-tone="bad" role="alert">
        <Icon icon={CircleAlert} size={14} />
        Not saved
        {error === null || error.kind === 'invalid-input'
          ? ': see the marked field'
          : `: ${describeError(error)}`}
      </span>
    );
  }
  return (
    <span className="save-state" role="status">
      <Icon icon={state === 'saved' ? Check : Loader} size={14} />
      {state === 'saved' ? 'Saved' : 'Saving'}
    </span>
  );
}
