// Subscriptions were kept whole before they had rows of their own.

export const recurringRows = `
INSERT OR IGNORE INTO apply_again SELECT id FROM stripe_object WHERE type = 'subscription' AND deleted = 0;`;
