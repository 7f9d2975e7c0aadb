// States a rule of Stripe's with its source, and holds it against the subject: the simulator, or Stripe's own test mode.
import { test } from 'vitest';
import { openSubject, type Subject } from './subject.ts';

/** `source` says why it is believed: the SDK, the documentation, or who observed it. What was made is cleaned up after each rule. */
export function rule(name: string, source: string, hold: (subject: Subject) => Promise<void>): void {
  test(`${name} [${source}]`, async () => {
    const { subject, close } = openSubject();
    try {
      await hold(subject);
    } finally {
      for (const left of await close()) console.warn(`Left behind at Stripe: ${left}`);
    }
  });
}
