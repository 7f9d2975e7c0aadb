// A question or a short form over the page: in the middle (dialog) or along the right edge (sheet).
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button, type ButtonVariant, IconButton } from './button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly kind?: 'dialog' | 'sheet';
  readonly width?: 'normal' | 'wide';
  /** `alertdialog` interrupts with a question. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const {
    kind = 'dialog',
    width = 'normal',
    role = 'dialog',
    title,
    isOpen,
    onClose,
    children,
    actions,
  } = props;
  // What was typed is not thrown away by a click that misses the dialog, nor by the second one on a button that has moved.
  const isInUse = useRef(false);
  useEffect(() => {
    if (isOpen) isInUse.current = false;
  }, [isOpen]);
  const keepOpen = (): void => {
    isInUse.current = true;
  };
  return (
    <ModalOverlay
      className="overlay"
      data-kind={kind}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      shouldCloseOnInteractOutside={() => !isInUse.current}
    >
      <Modal className="modal">
        <AriaDialog className="dialog" role={role} data-width={width}>
          <header className="dialog__head">
            <Heading slot="title" level={2} className="dialog__title">
              {title}
            </Heading>
            <IconButton icon={X} label="Close" size="small" onPress={onClose} />
          </header>
          <div
            className="dialog__body"
            role="presentation"
            onInput={keepOpen}
            onClickCapture={keepOpen}
            onKeyDownCapture={({ key }) => {
              if (key !== 'Tab' && key !== 'Escape') keepOpen();
            }}
          >
            {children}
          </div>
          {actions !== undefined && (
            <footer className="dialog__foot" onClickCapture={keepOpen}>
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  /** What happens, as a verb: "Void invoice". */
  readonly confirmLabel: string;
  readonly variant?: Extract<ButtonVariant, 'primary' | 'danger'>;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back; where it destroys, Enter alone does not do it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    children,
    isOpen,
    confirmLabel,
    variant = 'primary',
    isPending = false,
    onConfirm,
    onClose,
  } = props;
  const isDangerous = variant === 'danger';
  const actions = (
    <>
      <Button onPress={onClose} autoFocus={isDangerous}>
        Cancel
      </Button>
      <Button variant={variant} isPending={isPending} onPress={onConfirm} autoFocus={!isDangerous}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog role="alertdialog" title={title} isOpen={isOpen} onClose={onClose} actions={actions}>
      {children}
    </Dialog>
  );
}
