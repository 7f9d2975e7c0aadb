import { describe, expect, it } from 'vitest';
import {
  contentOf,
  NOTHING_SAID,
  saysNothing,
  withPrior,
} from '../../../shared/domain/compelling-evidence.ts';

const HOME = {
  line1: 'Storgatan 1',
  line2: '',
  postalCode: '211 22',
  city: 'Malmö',
  state: '',
  country: 'SE',
};
const known = (description: string, email: string, shippedTo: typeof HOME | null = HOME) => ({
  description,
  email,
  shippedTo,
});
const CHOICE = {
  disputed: known('A table', 'anna@a.example'),
  candidates: [
    { chargeId: 'ch_1', ...known('A lamp', 'anna@a.example') },
    { chargeId: 'ch_2', ...known('A chair', 'anna@a.example') },
    { chargeId: 'ch_3', ...known('A shelf', 'bob@a.example', null) },
  ],
};
const pick = (answer: typeof NOTHING_SAID, ...charges: readonly string[]): typeof NOTHING_SAID =>
  charges.reduce((before, charge) => withPrior(before, CHOICE, charge), answer);
const email = (answer: typeof NOTHING_SAID): string => answer.identifiers.customer_email_address;

describe('choosing an earlier payment', () => {
  it('fills in what the books know of it, where nothing was written', () => {
    const answer = pick(NOTHING_SAID, 'ch_1', 'ch_2');
    expect(answer).toMatchObject({
      description: 'A table',
      priors: [
        { chargeId: 'ch_1', description: 'A lamp' },
        { chargeId: 'ch_2', description: 'A chair' },
      ],
      shippedTo: HOME,
    });
    expect(email(answer)).toBe('anna@a.example');
    expect(pick({ ...NOTHING_SAID, description: 'My own words' }, 'ch_1').description).toBe('My own words');
  });

  it('claims no e-mail and no address that is not that of all of them', () => {
    const answer = pick(NOTHING_SAID, 'ch_1', 'ch_3');
    expect(email(answer)).toBe('');
    expect(answer.shippedTo).toEqual(NOTHING_SAID.shippedTo);
    // Once it is true again, it is there again.
    expect(email(pick(answer, 'ch_3', 'ch_2'))).toBe('anna@a.example');
  });

  it('leaves what the bookkeeper wrote', () => {
    const own = {
      ...NOTHING_SAID,
      identifiers: { ...NOTHING_SAID.identifiers, customer_email_address: 'other@a.example' },
      shippedTo: { ...HOME, line1: 'Hamngatan 2' },
    };
    const answer = pick(own, 'ch_1', 'ch_3');
    expect(email(answer)).toBe('other@a.example');
    expect(answer.shippedTo.line1).toBe('Hamngatan 2');
  });

  it('is undone by choosing it again, with all that it brought of the customer', () => {
    const answer = pick(NOTHING_SAID, 'ch_1', 'ch_1');
    expect(answer).toEqual({ ...NOTHING_SAID, description: 'A table' });
    expect(pick(NOTHING_SAID, 'ch_1', 'ch_2', 'ch_1').priors).toEqual([
      { chargeId: 'ch_2', description: 'A chair' },
    ]);
  });
});

it('tells answers apart by what they say, whatever the order of their fields and the spaces around', () => {
  const turned = { ...NOTHING_SAID, identifiers: { ...NOTHING_SAID.identifiers } };
  expect(contentOf(Object.fromEntries(Object.entries(turned).toReversed()) as typeof turned)).toBe(
    contentOf(NOTHING_SAID),
  );
  expect(saysNothing(turned)).toBe(true);
  expect(saysNothing({ ...turned, goods: 'services' })).toBe(false);
  expect(saysNothing({ ...turned, shippedTo: HOME })).toBe(false);
  expect(saysNothing({ ...turned, identifiers: { ...turned.identifiers, customer_account_id: ' ' } })).toBe(
    true,
  );
});
