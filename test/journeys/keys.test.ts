// Secret and publishable keys, test and live, and the connection that is verified with them.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { paidInvoice } from '../support/correction-story.ts';
import { startConnected, startProgram, TEST_KEY } from '../support/program.ts';

describe('Secret and publishable keys, test and live', () => {
  it.each([
    ['pk_test_51Hxxxxxxxxxxxx', 'publishable'],
    ['sk_test_', 'malformed'],
    ['hello', 'malformed'],
    ['sk_org_live_12345678901234', 'malformed'],
    ['sk_live_51Hxxxxxxxxxxxxxxxx', 'revoked'],
  ])('refuses %s as %s and never repeats it', async (key, reason) => {
    const program = await startProgram();
    const error = await program.refusal('stripe.connect', { commandId: randomUUID(), key });
    expect(error).toMatchObject({ kind: 'key-refused', reason });
    expect(JSON.stringify(error)).not.toContain(key);
    expect((await program.call('app.state', {})).books).toBeNull();
  });

  it('holds everything back when the key is revoked, and goes on with a new one', async () => {
    const program = await startConnected({
      simulator: { keys: ['sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'sk_test_replacement00000'] },
    });
    const written = await writeInvoice(program);
    program.simulator.control.revokeKey({ key: 'sk_test_4eC39HqLyjWDarjtT1zdp7dc' });
    await clickSend(program, written);
    await program.clock.advance(120_000);
    expect((await program.call('app.state', {})).key.problem).toMatchObject({
      kind: 'key-refused',
      reason: 'revoked',
    });
    expect(program.simulator.control.emails()).toEqual([]);
    await program.call('stripe.connect', { commandId: randomUUID(), key: 'sk_test_replacement00000' });
    await program.until('it is sent after all', async () => program.simulator.control.emails().length === 1);
  });

  it.each([
    ['sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'secret'],
    ['rk_test_4eC39HqLyjWDarjtT1zdp7dc', 'restricted'],
  ] as const)('knows %s as a %s key, says the mode, and writes it nowhere', async (key, kind) => {
    const program = await startProgram();
    const connected = await program.call('stripe.connect', { commandId: randomUUID(), key: `  ${key}\n` });
    expect(connected).toMatchObject({ key: { present: true, kind, problem: null }, books: { mode: 'test' } });
    expect(JSON.stringify(connected)).not.toContain(key);
    await program.clock.advance(60_000);
    const files = readdirSync(program.directory, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes(key), name).toBe(false);
    expect(program.logLines.join('')).not.toContain(key);
  });
});

describe('Verify the connection (balance)', () => {
  it('checks the key by the balance and the account, and shows what is available and pending', async () => {
    const { program } = await paidInvoice();
    const asked = program.simulator.control.requests().map(({ path }) => path);
    expect(asked).toEqual(expect.arrayContaining(['/v1/balance', '/v1/account']));
    await program.call('sync.now', { commandId: randomUUID() });
    await program.clock.advance(5_000);
    const { balance } = await program.call('sync.status', {});
    expect(balance).toEqual([{ currency: 'eur', available: 0, pending: expect.any(Number) }]);
    expect(balance[0]?.pending).toBeGreaterThan(300_000);
    expect((await program.call('balance.get', {})).currencies).toEqual(balance);
  });

  it('opens no books when the key is wrong, and says which account the right one opened', async () => {
    const program = await startProgram({ simulator: { keys: [TEST_KEY] } });
    const wrong = { commandId: randomUUID(), key: 'sk_test_somebody_elses_000' };
    expect(await program.refusal('stripe.connect', wrong)).toMatchObject({ kind: 'key-refused' });
    expect((await program.call('app.state', {})).known).toEqual([]);
    const { books } = await program.call('stripe.connect', { commandId: randomUUID(), key: TEST_KEY });
    expect(books).toMatchObject({ name: 'Hafenlicht Studio', country: 'DE', defaultCurrency: 'eur' });
  });
});
