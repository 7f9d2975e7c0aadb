// A short form over the page: Enter is its main button, which leads to a field that cannot be read; what is said against it stands above its fields.
import { type ReactNode, type SubmitEvent, useId } from 'react';
import type { CallError } from '../shared/contract/errors.ts';
import { describeError } from './error-text.ts';
import { Banner } from './ui/banner.tsx';
import { Button } from './ui/button.tsx';
import { Dialog, type DialogProps } from './ui/dialog.tsx';
import { focusUnread } from './ui/unread-field.ts';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'width'> {
  /** What happens, as a verb: "Add price". */
  readonly submitLabel: string;
  /** Whether all is there that it needs. */
  readonly isComplete?: boolean;
  readonly isPending: boolean;
  /** Of the command; what is wrong with single fields is for them to show. */
  readonly error: CallError | null;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { submitLabel, isComplete = true, isPending, error, onSubmit, onClose, children, ...dialog } = props;
  const id = useId();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // The dialog may have been opened from a form, which would hear it too.
    event.stopPropagation();
    if (isComplete && !focusUnread()) void onSubmit();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" form={id} isDisabled={!isComplete} isPending={isPending}>
        {submitLabel}
      </Button>
    </>
  );
  return (
    <Dialog {...dialog} isOpen onClose={onClose} actions={actions}>
      <form id={id} className="stack" onSubmit={submit} noValidate>
        {error !== null && error.kind !== 'invalid-input' && (
          <Banner tone="bad">{describeError(error)}</Banner>
        )}
        {children}
      </form>
    </Dialog>
  );
}
