import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Button } from '../../../renderer/ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../../renderer/ui/dialog.tsx';
import { Menu } from '../../../renderer/ui/menu.tsx';
import { clearToasts, showToast, ToastRegion } from '../../../renderer/ui/toast.tsx';

function Opener({ onConfirm }: { readonly onConfirm: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Void</Button>
      <ConfirmDialog
        title="Void this invoice?"
        confirmLabel="Void invoice"
        variant="danger"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => {
          onConfirm();
          setOpen(false);
        }}
      >
        Its number is kept.
      </ConfirmDialog>
    </>
  );
}

describe('a dialog', () => {
  it('takes the focus, keeps it, and gives it back', async () => {
    const user = userEvent.setup();
    render(<Opener onConfirm={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Void' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Void this invoice?' });
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus());
    await user.tab();
    await user.tab();
    await user.tab();
    expect(dialog).toContainElement(
      document.activeElement instanceof HTMLElement ? document.activeElement : null,
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    // The focus goes back in the frame after the dialog has gone.
    await waitFor(() => expect(screen.getByRole('button', { name: 'Void' })).toHaveFocus());
  });

  it('does what it asks about only when it is confirmed', async () => {
    const user = userEvent.setup();
    let confirmed = 0;
    render(<Opener onConfirm={() => (confirmed += 1)} />);
    await user.click(screen.getByRole('button', { name: 'Void' }));
    await user.keyboard('{Enter}');
    expect(confirmed).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Void' }));
    await user.click(screen.getByRole('button', { name: 'Void invoice' }));
    expect(confirmed).toBe(1);
  });

  it('has a name and a button to close it', async () => {
    const user = userEvent.setup();
    let closed = 0;
    render(
      <Dialog title="Columns" isOpen onClose={() => (closed += 1)}>
        Text
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Columns' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(closed).toBe(1);
  });
});

describe('a menu', () => {
  it('opens and runs by keyboard', async () => {
    const user = userEvent.setup();
    const ran: string[] = [];
    render(
      <Menu
        label="More"
        entries={[
          { id: 'copy', label: 'Duplicate', run: () => ran.push('copy') },
          'separator',
          { id: 'void', label: 'Void', tone: 'danger', run: () => ran.push('void') },
        ]}
      >
        <Button>More</Button>
      </Menu>,
    );
    await user.tab();
    await user.keyboard('{Enter}{ArrowDown}{Enter}');
    expect(ran).toEqual(['void']);
    await waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());
  });
});

describe('notices', () => {
  afterEach(() => act(() => clearToasts()));

  it('are announced, say what happened, and go when they are dismissed', async () => {
    const user = userEvent.setup();
    render(<ToastRegion />);
    act(() => void showToast({ tone: 'bad', title: 'That did not work', detail: 'The disk is full.' }));
    const notice = screen.getByRole('alertdialog', { name: 'That did not work' });
    expect(within(notice).getByRole('alert')).toHaveTextContent('The disk is full.');
    await user.click(within(notice).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('The disk is full.')).toBeNull();
  });

  it('offer one thing to do', async () => {
    const user = userEvent.setup();
    let undone = 0;
    render(<ToastRegion />);
    act(
      () =>
        void showToast({
          tone: 'good',
          title: 'Deleted',
          action: { label: 'Undo', run: () => (undone += 1) },
        }),
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undone).toBe(1);
    expect(screen.queryByText('Deleted')).toBeNull();
  });
});
