// Questions about customers: what is erased, and what goes on by itself.
import type { ParsedInput } from '../../shared/contract/calls.ts';
import { customerById } from '../store/customers.ts';
import { type Asking, moneyIn } from './question.ts';

export const askErase: Asking<ParsedInput<'customers.erase'>> = ({ db }, { id }) => {
  const customer = customerById(db, id);
  if (!customer) return null;
  return {
    title: `Erase the personal data of ${customer.fields.name}?`,
    detail:
      'It is deleted here and at Stripe and cannot be brought back. Issued documents stay, as the law asks.',
    action: 'Erase',
  };
};

export const askRecurring: Asking<ParsedInput<'recurring.create'>> = (subject, { fields, total }) => {
  const customer = fields.customerId === null ? undefined : customerById(subject.db, fields.customerId);
  if (!customer) return null;
  return {
    title: `Invoice ${customer.fields.name} ${moneyIn(subject, total)} again and again?`,
    detail: 'These are live books: Stripe makes each invoice by itself until you end it.',
    action: 'Start',
  };
};
