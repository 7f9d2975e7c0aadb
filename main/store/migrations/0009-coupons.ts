// Until when and how often a coupon can be given.

export const coupons = `
ALTER TABLE coupon ADD COLUMN redeem_by INTEGER;        -- unix seconds
ALTER TABLE coupon ADD COLUMN max_redemptions INTEGER;
INSERT OR IGNORE INTO apply_again SELECT id FROM stripe_object WHERE type = 'coupon' AND deleted = 0;`;
