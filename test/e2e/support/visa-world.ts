// The file of a separate simulator whose history began long before the story, written by one of an earlier clock.
import { createSimulator } from '../../../main/simulator/simulator.ts';
import { DAY_MS, payWithOneCard } from '../../support/visa-business.ts';

/** Days before the disputed payment, which is of now. */
const PAID = [300, 200, 150, 30] as const;
const SEED = 2026;

/** Its last payment is disputed as a fraud, and eligible for Visa Compelling Evidence 3.0. */
export async function writeVisaWorld(file: string): Promise<void> {
  const clock = { now: Date.now() - PAID[0] * DAY_MS };
  const simulator = createSimulator({ now: () => clock.now, seed: SEED, file });
  const wait = async (ms: number): Promise<void> => {
    clock.now += ms;
  };
  const { last } = await payWithOneCard(simulator, wait, PAID);
  simulator.control.dispute({ charge: last, reason: 'fraudulent' });
  simulator.close();
}
