// A customer who has paid with one Visa card for months before the cardholder's bank calls the last payment a fraud.
import { opened } from './dispute-story.ts';
import { createWorld, type Program, startConnected } from './program.ts';
import { DAY_MS, payWithOneCard } from './visa-business.ts';
import { NOON } from './virtual-clock.ts';

export interface VisaStory {
  readonly program: Program;
  /** Stripe's id. */
  readonly dispute: string;
  /** Stripe's ids of the charges before the disputed one, oldest first. */
  readonly charges: readonly string[];
}

/** The dispute is here, and Stripe finds it eligible where the days allow it. */
export async function visaStory(days: readonly number[] = [300, 200, 150, 30]): Promise<VisaStory> {
  const world = createWorld(NOON - (days[0] ?? 0) * DAY_MS);
  const wait = (ms: number): Promise<void> => world.clock.advance(ms);
  const { charges, last } = await payWithOneCard(world.simulator, wait, days);
  const program = await startConnected({ world });
  const story = { program, chargeId: last, invoiceId: '', customerId: '' };
  return { program, charges, dispute: await opened(story, { reason: 'fraudulent' }) };
}
