import { describe, expect, it } from 'vitest';
import { createClient } from '../../renderer/client.ts';

const answering = (reply: unknown) => createClient({ call: () => Promise.resolve(reply) });

describe('the client', () => {
  it('hands on a value as the program has parsed it', async () => {
    const client = answering({ ok: true, value: { opened: true } });
    const result = await client('external.open', { kind: 'dashboard', of: 'account', id: null });
    expect(result).toEqual({ ok: true, value: { opened: true } });
  });

  it('hands on a refusal as data', async () => {
    const result = await answering({ ok: false, error: { kind: 'offline' } })('sync.status', {});
    expect(result).toEqual({ ok: false, error: { kind: 'offline' } });
  });

  it.each([
    null,
    'text',
    { value: { opened: true } },
    { ok: true },
    { ok: false },
    { ok: false, error: { kind: 'unheard-of' } },
    { ok: false, error: { kind: 'toString' } },
  ])('takes no answer for one that it cannot read: %j', async (reply) => {
    const result = await answering(reply)('external.open', { kind: 'dashboard', of: 'account', id: null });
    expect(result).toEqual({
      ok: false,
      error: { kind: 'bug', reference: 'unreadable answer to external.open' },
    });
  });
});
