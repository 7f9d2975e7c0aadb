// What somebody does in Stripe's own dashboard meanwhile: the real SDK over the same simulator.
import StripeSdk from 'stripe';
import type Stripe from 'stripe';
import type { Simulator } from '../../main/simulator/simulator.ts';

export function dashboard(simulator: Simulator): Stripe {
  return new StripeSdk('sk_test_dashboard00000', {
    httpClient: simulator.httpClient,
    telemetry: false,
    maxNetworkRetries: 0,
  });
}
