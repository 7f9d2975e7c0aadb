// Nothing is due on an invoice that is void, though Stripe leaves on it what was asked for.

export const voidBalance = `UPDATE invoice SET amount_remaining = 0 WHERE status = 'void' AND amount_remaining <> 0;`;
