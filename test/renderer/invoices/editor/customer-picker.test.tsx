import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { CustomerFilter } from '../../../../renderer/customers/customer-filter.tsx';
import { CustomerField } from '../../../../renderer/recurring/form/customer-field.tsx';
import { customerAnswers } from '../../support/sample-customers.ts';
import { renderPage } from '../../support/render-page.tsx';

function Billed() {
  const [id, setId] = useState<string | null>(null);
  return (
    <>
      <CustomerField customerId={id} error={undefined} onChange={setId} />
      <output>{id ?? 'none'}</output>
    </>
  );
}

function Filtered() {
  const [id, setId] = useState<string | null>(null);
  return (
    <>
      <CustomerFilter id={id} name="" onChange={setId} />
      <output data-testid="chosen">{id ?? 'any'}</output>
    </>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Customer' });

describe('the customer that is billed', () => {
  it('is the first that is found by Enter, also when the search is not back yet', async () => {
    const user = userEvent.setup();
    renderPage(<Billed />, customerAnswers);
    await user.type(field(), 'Elbe{Enter}');
    expect(await screen.findByDisplayValue('Kaffeerösterei Elbe')).toBe(field());
  });

  it('is the only one that is found by Tab', async () => {
    const user = userEvent.setup();
    renderPage(<Billed />, customerAnswers);
    await user.type(field(), 'Elbe{Tab}');
    expect(await screen.findByDisplayValue('Kaffeerösterei Elbe')).toBe(field());
  });

  it('is offered as a new one by Enter where nobody is found, and the text is kept', async () => {
    const user = userEvent.setup();
    renderPage(<Billed />, customerAnswers);
    await user.type(field(), 'Nobody Ltd');
    await screen.findByRole('option', { name: 'Add “Nobody Ltd”…' });
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'New customer' });
    expect(within(dialog).getByLabelText('Name')).toHaveValue('Nobody Ltd');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(field()).toHaveValue('Nobody Ltd');
    await user.click(document.body);
    expect(field()).toHaveAccessibleDescription('Nobody of this name is chosen');
  });
});

describe('the customer of a report', () => {
  it('is the first that is found by Enter', async () => {
    const user = userEvent.setup();
    renderPage(<Filtered />, customerAnswers);
    await user.type(field(), 'Elbe{Enter}');
    await expect.poll(() => screen.getByTestId('chosen').textContent).not.toBe('any');
  });
});
