import { beforeEach, expect, test } from 'vitest';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { preloadTraces } from '../../../support/electron/fake.ts';

let bridge: Bridge;
beforeEach(async () => {
  await import('../../../../main/hosts/electron/preload.ts');
  // What the preload exposes is typed there as a Bridge; the map of the stand-in holds anything.
  bridge = preloadTraces.exposed.get('bridge') as Bridge;
});

test('the page gets two functions and nothing else', () => {
  expect([...preloadTraces.exposed.keys()]).toEqual(['bridge']);
  expect(Object.keys(bridge).toSorted()).toEqual(['call', 'subscribe']);
});

test('a call goes out on the one channel, whatever it is named', async () => {
  expect(await bridge.call('quittance:event', { a: 1 })).toBe('answer');
  expect(preloadTraces.invoked).toEqual([['quittance:call', 'quittance:event', { a: 1 }]]);
});

test('a listener gets the event alone, and stops when told to', () => {
  const heard: unknown[][] = [];
  const stop = bridge.subscribe((...args: unknown[]) => void heard.push(args));
  const change = { kind: 'command', command: 'palette' };
  preloadTraces.emitter.emit('quittance:event', { sender: 'must not be seen' }, change);
  stop();
  preloadTraces.emitter.emit('quittance:event', {}, change);
  expect(heard).toEqual([[change]]);
  expect(preloadTraces.emitter.listenerCount('quittance:event')).toBe(0);
});
