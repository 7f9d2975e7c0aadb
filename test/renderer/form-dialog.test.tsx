import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { SubmitEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FormDialog, type FormDialogProps } from '../../renderer/form-dialog.tsx';
import { MoneyField } from '../../renderer/ui/money-field.tsx';
import { TextField } from '../../renderer/ui/text-field.tsx';

function open({ children, ...props }: Partial<FormDialogProps> = {}) {
  const onSubmit = vi.fn<FormDialogProps['onSubmit']>(() => Promise.resolve());
  const onOuter = vi.fn<(event: SubmitEvent) => void>((event) => event.preventDefault());
  render(
    <form aria-label="Around it" onSubmit={onOuter}>
      <FormDialog
        title="New account"
        submitLabel="Open account"
        isPending={false}
        error={null}
        onSubmit={onSubmit}
        onClose={() => undefined}
        {...props}
      >
        {children ?? <TextField label="Name" value="Sales" onChange={() => undefined} autoFocus />}
      </FormDialog>
    </form>,
  );
  return { onSubmit, onOuter };
}

describe('a form over the page', () => {
  it('is sent by Enter in a field, and the form that it was opened from is not', async () => {
    const { onSubmit, onOuter } = open();
    await userEvent.setup().type(screen.getByLabelText('Name'), '{Enter}');
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(onOuter).not.toHaveBeenCalled();
  });

  it('is not sent while something is missing, by no way', () => {
    const { onSubmit } = open({ isComplete: false });
    expect(screen.getByRole('button', { name: 'Open account' })).toBeDisabled();
    const form = screen.getByLabelText('Name').closest('form');
    if (form) fireEvent.submit(form);
    expect(form).not.toBeNull();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('is not sent at an amount that cannot be read: the field is shown instead', async () => {
    const { onSubmit } = open({
      children: <MoneyField label="Price" currency="eur" value={null} onChange={() => undefined} />,
    });
    await userEvent.setup().type(screen.getByLabelText('Price'), '12,5x');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Open account' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Price')).toHaveFocus();
  });

  it('says what stands against it, but not what the fields say themselves', () => {
    const issue = { path: 'name', message: 'is too long' };
    open({ error: { kind: 'invalid-input', issues: [issue] } });
    expect(screen.queryByRole('alert')).toBeNull();
    open({ error: { kind: 'not-found', what: 'account' } });
    expect(screen.getByRole('alert')).toBeVisible();
  });
});
