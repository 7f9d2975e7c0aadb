// What the rules are held against. Whatever a rule makes is tagged and noted on the way, and cleaned up afterwards.
import { setTimeout as sleep } from 'node:timers/promises';
import { Stripe } from 'stripe';
import { createSimulator } from '../../../../../main/simulator/simulator.ts';
import { morning } from '../subject.ts';
import { cleanUp } from './clean-up.ts';
import { createRecorder, type HttpClient } from './recorder.ts';

export interface Subject {
  readonly stripe: Stripe;
  /** Reads until it holds, for a minute: Stripe does some things a moment later. The last that was read. */
  readonly eventually: <T>(read: () => Promise<T>, holds: (value: T) => boolean) => Promise<T>;
}

export interface OpenSubject {
  readonly subject: Subject;
  /** Cleans up; what could not be, with the reason. */
  readonly close: () => Promise<readonly string[]>;
}

const PATIENCE_SECONDS = 60;

export function openSubject(): OpenSubject {
  return process.env['QUITTANCE_CONFORMANCE'] === 'stripe' ? stripeSubject() : simulatorSubject();
}

export function simulatorSubject(): OpenSubject {
  const simulator = createSimulator({ now: () => morning, seed: 7 });
  const config = { maxNetworkRetries: 0 };
  return open('sk_test_conformance', config, simulator.httpClient, async () =>
    simulator.control.advance({ ms: 1000 }),
  );
}

/** The key was looked at before the first rule, by `test/stripe-test-mode.ts`. */
function stripeSubject(): OpenSubject {
  const key = process.env['STRIPE_TEST_KEY'] ?? '';
  const config = configOf(process.env['STRIPE_TEST_API']);
  return open(key, { ...config, maxNetworkRetries: 3 }, Stripe.createNodeHttpClient(), () => sleep(1000));
}

/** Another address than Stripe's own, such as `http://127.0.0.1:12111`, to try this very suite out. */
export function configOf(address: string | undefined): Stripe.StripeConfig {
  if (address === undefined) return {};
  const { hostname, port } = new URL(address);
  return { host: hostname, port, protocol: 'http' };
}

function open(
  key: string,
  config: Stripe.StripeConfig,
  inner: HttpClient,
  waitASecond: () => Promise<void>,
): OpenSubject {
  const { httpClient, made } = createRecorder(inner);
  const stripe = new Stripe(key, { ...config, httpClient, telemetry: false });
  return {
    subject: {
      stripe,
      eventually: async (read, holds) => {
        let value = await read();
        for (let second = 0; second < PATIENCE_SECONDS && !holds(value); second += 1) {
          await waitASecond();
          value = await read();
        }
        return value;
      },
    },
    close: () => cleanUp(stripe, made()),
  };
}
