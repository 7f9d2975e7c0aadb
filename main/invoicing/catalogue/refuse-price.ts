// Refuses a price that Stripe would not take.
import type { NewPrice } from '../../../shared/contract/catalogue.ts';
import { priceProblem } from '../../../shared/domain/prices.ts';
import { invalidInput } from '../../refusal.ts';

/** `at` is where the price stands in the input, such as `price.`. */
export function refuseBadPrice(price: NewPrice, at: string): void {
  const problem = priceProblem(price);
  if (problem) throw invalidInput(`${at}${problem.path}`, problem.message);
}
