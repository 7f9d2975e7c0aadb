import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onSubmitKey } from '../../../renderer/recurring/form/submit-key.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { DateField } from '../../../renderer/ui/date-field.tsx';
import { ConfirmDialog, Dialog } from '../../../renderer/ui/dialog.tsx';
import { Menu } from '../../../renderer/ui/menu.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { clearToasts, showToast, ToastRegion } from '../../../renderer/ui/toast.tsx';

const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement : null;

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
    expect(dialog).toContainElement(focused());
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

  it('that holds typed text is not closed by a click beside it, but by Escape', async () => {
    const user = userEvent.setup();
    function Form() {
      const [isOpen, setOpen] = useState(true);
      return (
        <Dialog title="New account" isOpen={isOpen} onClose={() => setOpen(false)}>
          <TextField label="Name" />
        </Dialog>
      );
    }
    render(<Form />);
    await user.type(screen.getByLabelText('Name'), 'Workshops');
    await user.click(document.body);
    expect(screen.getByLabelText('Name')).toHaveValue('Workshops');
    // The focus comes back into the dialog in the next frame.
    await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(focused()));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['a day was typed', 'group', '05'],
    ['a choice was opened', 'button', '{Enter}{Enter}'],
  ] as const)('in which %s is not closed by a click beside it', async (_, role, keys) => {
    const user = userEvent.setup();
    const closed = vi.fn<() => void>();
    render(
      <Dialog title="Export" isOpen onClose={closed}>
        <DateField label="Day" value="2026-11-23" onChange={() => undefined} />
        <Select
          label="Day or month"
          options={[{ id: 'day', label: 'Day' }]}
          value="day"
          onChange={() => undefined}
        />
      </Dialog>,
    );
    const field = screen.getByRole(role, { name: role === 'group' ? 'Day' : /Day or month/ });
    await user.click(role === 'group' ? within(field).getByRole('spinbutton', { name: /^day/ }) : field);
    await user.keyboard(keys);
    await user.click(document.body);
    expect(closed).not.toHaveBeenCalled();
  });

  it('has its keys to itself, whatever listens to those of the form that it was opened from', async () => {
    const user = userEvent.setup();
    const submit = vi.fn<() => void>();
    render(
      <div role="presentation" onKeyDownCapture={onSubmitKey(submit)}>
        <TextField label="Below" />
        <Dialog title="New customer" isOpen onClose={() => undefined}>
          <TextField label="Name" />
        </Dialog>
      </div>,
    );
    await user.type(screen.getByLabelText('Name'), 'Bravo{Control>}{Enter}{/Control}');
    expect(submit).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByLabelText('Below'), { key: 'Enter', ctrlKey: true });
    expect(submit).toHaveBeenCalledOnce();
  });

  it('is not closed beside it by the second click on a button that has moved away', async () => {
    const user = userEvent.setup();
    const closed = vi.fn<() => void>();
    render(
      <Dialog title="New account" isOpen onClose={closed} actions={<Button>Open account</Button>}>
        <p>Name</p>
      </Dialog>,
    );
    await user.click(screen.getByRole('button', { name: 'Open account' }));
    await user.click(document.body);
    expect(closed).not.toHaveBeenCalled();
  });

  it('without a form is closed by a click beside it', async () => {
    const user = userEvent.setup();
    render(<Opener onConfirm={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Void' }));
    await user.click(document.body);
    expect(screen.queryByRole('alertdialog')).toBeNull();
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
