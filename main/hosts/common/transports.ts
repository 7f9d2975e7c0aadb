// How each kind of books reaches Stripe: the service itself, a simulator in another process, or the demo's own one in this process.
import type { Clock, Ports, StripeTransport } from '../../ports.ts';
import type { LoopbackAddress } from './arguments.ts';
import { downloadFromStripe, fetchBytes, pathOf } from './download.ts';
import { createDemoTransport } from './demo-transport.ts';

export interface TransportOptions {
  /** A simulator in another process, in place of Stripe. */
  readonly stripeApi: LoopbackAddress | null;
  readonly clock: Clock;
}

export function createTransports({ stripeApi, clock }: TransportOptions): Ports['stripe'] {
  return ({ kind, folder }) => {
    if (kind === 'demo') return createDemoTransport(folder, clock);
    return stripeApi === null ? service : loopback(stripeApi);
  };
}

/** The SDK's own defaults: Stripe's address, over TLS, verified. */
const service: StripeTransport = { options: {}, download: downloadFromStripe, close: () => undefined };

function loopback({ host, port }: LoopbackAddress): StripeTransport {
  const origin = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  return {
    options: { host, port, protocol: 'http' },
    // The simulator gives Stripe's own addresses and serves their paths itself.
    download: (address) => fetchBytes(origin + pathOf(address)),
    close: () => undefined,
  };
}
