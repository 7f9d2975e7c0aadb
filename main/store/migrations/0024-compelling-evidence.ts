// An answer to a dispute by Visa Compelling Evidence 3.0, until Stripe has it.

export const compellingEvidence = `
ALTER TABLE dispute_answer ADD COLUMN compelling TEXT CHECK (compelling IS NULL OR json_valid(compelling));  -- null: nothing of it was written
`;
