import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ReadingContext } from '../../../renderer/ui/format.ts';
import { MoneyField, readMoney } from '../../../renderer/ui/money-field.tsx';

function Field({
  currency,
  locale,
  start = null,
}: {
  currency: string;
  locale: string;
  start?: number | null;
}) {
  const [amount, setAmount] = useState<number | null>(start);
  return (
    <ReadingContext value={{ locale, timeZone: 'UTC' }}>
      <MoneyField label="Amount" currency={currency} value={amount} onChange={setAmount} />
      <button type="button" onClick={() => setAmount(500)}>
        All of it
      </button>
      <output>{String(amount)}</output>
    </ReadingContext>
  );
}

const kept = (): string => screen.getByRole('status').textContent;

describe('an amount', () => {
  it('is kept in minor units and shown again in the reader’s notation', async () => {
    const user = userEvent.setup();
    render(<Field currency="eur" locale="de-DE" />);
    await user.type(screen.getByLabelText('Amount'), '1234,5');
    expect(kept()).toBe('123450');
    await user.tab();
    expect(screen.getByLabelText('Amount')).toHaveValue('1.234,50');
  });

  it('may be reckoned in the field', async () => {
    const user = userEvent.setup();
    render(<Field currency="eur" locale="en-GB" />);
    await user.type(screen.getByLabelText('Amount'), '3*45+10');
    await user.tab();
    expect(kept()).toBe('14500');
    expect(screen.getByLabelText('Amount')).toHaveValue('145.00');
  });

  it('is refused with the reason, and what was typed stays to be corrected', async () => {
    const user = userEvent.setup();
    render(<Field currency="jpy" locale="en-GB" />);
    await user.type(screen.getByLabelText('Amount'), '10.5');
    await user.tab();
    expect(kept()).toBe('null');
    expect(screen.getByLabelText('Amount')).toHaveValue('10.5');
    expect(screen.getByLabelText('Amount')).toBeInvalid();
    expect(screen.getByText('Too many digits for JPY')).toBeVisible();
  });

  it('that cannot be read gives way to one that is set beside it', async () => {
    const user = userEvent.setup();
    render(<Field currency="eur" locale="en-GB" />);
    await user.type(screen.getByLabelText('Amount'), 'five');
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    expect(screen.getByLabelText('Amount')).toHaveValue('5.00');
    expect(screen.getByLabelText('Amount')).toBeValid();
  });

  it('that is empty is no amount, not zero', () => {
    expect(readMoney('  ', 'eur', 'en-GB')).toEqual({ ok: true, amount: null });
    expect(readMoney('0', 'eur', 'en-GB')).toEqual({ ok: true, amount: 0 });
    expect(readMoney('9007199254740993', 'eur', 'en-GB')).toMatchObject({
      ok: false,
      message: 'This amount is too large',
    });
  });
});
