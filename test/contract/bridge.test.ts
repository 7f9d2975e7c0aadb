// What every bridge between page and program must do, whichever host carries it.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { calls } from '../../shared/contract/calls.ts';
import type { ChangeEvent } from '../../shared/contract/events.ts';
import { ACME } from '../support/acme.ts';
import { loopbackBridge } from '../support/loopback-bridge.ts';
import { type Program, startConnected, startProgram, TEST_KEY } from '../support/program.ts';

const inProcess = (program: Program): Bridge => ({
  call: (name, input) => program.dispatch(name, input),
  subscribe: (listener) => program.subscribe(listener),
});

const BRIDGES: readonly (readonly [string, (program: Program) => Promise<Bridge>])[] = [
  ['in process', async (program) => inProcess(program)],
  ['over the loopback server', loopbackBridge],
];

const saveAcme = (id: string | null = null) => ({ commandId: randomUUID(), id, fields: ACME });

/** Input that each query of the table accepts without knowing any id; the others are asked by a wrong one. */
const LIST = { limit: 50, view: 'all', sort: null, cursor: null, search: '', text: '' };

describe.each(BRIDGES)('the bridge %s', (_name, bridgeOf) => {
  it.each(['invoices.steal', '', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])(
    'refuses a call that is not in the table: %j',
    async (name) => {
      const bridge = await bridgeOf(await startProgram());
      expect(await bridge.call(name, {})).toEqual({
        ok: false,
        error: { kind: 'invalid-input', issues: [{ path: '', message: 'There is no such call' }] },
      });
    },
  );

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a missing field', { id: null }],
    ['a wrong field', { ...saveAcme(), fields: { ...ACME, email: 'nobody' } }],
  ])('refuses bad input with the field and the reason: %s', async (_what, input) => {
    const bridge = await bridgeOf(await startConnected());
    const reply = await bridge.call('customers.save', input);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    const issue = { path: expect.any(String), message: expect.stringMatching(/\w/) };
    expect(reply).toHaveProperty('error.issues', expect.arrayContaining([issue]));
  });

  it('names the field that is wrong', async () => {
    const bridge = await bridgeOf(await startConnected());
    const reply = await bridge.call('customers.save', {
      ...saveAcme(),
      fields: { ...ACME, email: 'nobody' },
    });
    expect(reply).toHaveProperty('error.issues.0.path', 'fields.email');
  });

  it('answers a good query as the table says', async () => {
    const bridge = await bridgeOf(await startConnected());
    const reply = await bridge.call('app.state', {});
    expect(reply).toEqual({ ok: true, value: expect.anything() });
    expect(calls['app.state'].output.parse(Reflect.get(Object(reply), 'value'))).toMatchObject({
      books: { mode: 'test' },
    });
  });

  it('answers a refusal as data', async () => {
    const bridge = await bridgeOf(await startConnected());
    const reply = await bridge.call('customers.get', { id: 'cus_none' });
    expect(reply).toEqual({ ok: false, error: { kind: 'not-found', what: 'customer' } });
  });

  it('does a repeated command once and answers the same', async () => {
    const bridge = await bridgeOf(await startConnected());
    const command = saveAcme();
    const first = await bridge.call('customers.save', command);
    expect(await bridge.call('customers.save', command)).toEqual(first);
    expect(await bridge.call('customers.counts', {})).toMatchObject({ ok: true, value: { all: 1 } });
  });

  it('tells what changed after each command, when it can be asked for, until nobody listens', async () => {
    const bridge = await bridgeOf(await startConnected());
    const heard: ChangeEvent[] = [];
    const asked: Promise<unknown>[] = [];
    const unsubscribe = bridge.subscribe((event) => {
      heard.push(event);
      if (event.kind === 'changed' && event.topic === 'customer')
        asked.push(bridge.call('customers.get', { id: event.ids[0] }));
    });
    const reply = await bridge.call('customers.save', saveAcme());
    const id: unknown = Reflect.get(Object(Reflect.get(Object(reply), 'value')), 'id');
    await expect.poll(() => heard).toContainEqual({ kind: 'changed', topic: 'customer', ids: [id] });
    expect(await asked[0]).toMatchObject({ ok: true });
    unsubscribe();
    const before = heard.length;
    await bridge.call('customers.save', saveAcme());
    await bridge.call('app.state', {});
    expect(heard).toHaveLength(before);
  });

  it('never tells the key, whatever is asked and however badly', async () => {
    const program = await startConnected();
    const bridge = await bridgeOf(program);
    const names = Object.keys(calls).filter(
      (name) => !name.startsWith('books.') && name !== 'stripe.forgetKey',
    );
    const replies: unknown[] = [];
    for (const name of names) {
      for (const input of [{}, LIST, { id: 'none' }, { commandId: randomUUID(), key: `${TEST_KEY} ` }])
        replies.push(await bridge.call(name, input));
    }
    expect(replies).toContainEqual(expect.objectContaining({ ok: true }));
    const told = JSON.stringify(replies) + program.logLines.join('\n');
    expect(told).not.toContain(TEST_KEY);
    expect(told).not.toContain(TEST_KEY.slice('sk_test_'.length));
  });
});
