import { describe, expect, it } from 'vitest';
import { compellingProblems } from '../../../main/invoicing/disputes/compelling-problems.ts';
import { NOTHING_SAID } from '../../../shared/domain/compelling-evidence.ts';

const { identifiers: none } = NOTHING_SAID;
const ADDRESS = {
  line1: 'Storgatan 1',
  line2: '',
  postalCode: '211 22',
  city: 'Malmö',
  state: '',
  country: 'SE',
};

describe('what would not be taken', () => {
  const fieldsOf = (told: Partial<typeof none>, shippedTo = NOTHING_SAID.shippedTo): readonly string[] =>
    compellingProblems({ ...NOTHING_SAID, identifiers: { ...none, ...told }, shippedTo }).map(
      ({ field }) => field,
    );

  it('is nothing of what is empty or whole', () => {
    expect(fieldsOf({})).toEqual([]);
    for (const ip of ['203.0.113.7', '2001:db8::1', '::ffff:203.0.113.7'])
      expect(fieldsOf({ customer_purchase_ip: ip }), ip).toEqual([]);
    expect(
      fieldsOf({ customer_device_id: '490154203237518', customer_device_fingerprint: 'f'.repeat(20) }),
    ).toEqual([]);
    expect(fieldsOf({}, ADDRESS)).toEqual([]);
  });

  it('is told of each field', () => {
    for (const ip of ['203.0.113', '203.0.113.256', '203.0.113.7/24', 'localhost', '<script>'])
      expect(fieldsOf({ customer_purchase_ip: ip }), ip).toEqual(['customer_purchase_ip']);
    expect(
      fieldsOf({
        customer_device_id: '4'.repeat(14),
        customer_device_fingerprint: 'f'.repeat(19),
        customer_email_address: 'anna at example',
      }),
    ).toEqual(['customer_device_id', 'customer_device_fingerprint', 'customer_email_address']);
    expect(fieldsOf({}, { ...ADDRESS, city: '', country: null })).toEqual([
      'shippedTo.city',
      'shippedTo.country',
    ]);
  });
});
