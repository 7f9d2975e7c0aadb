import { describe, expect, it } from 'vitest';
import { createClient } from '../../renderer/client.ts';

const answering = (reply: unknown) => createClient({ call: () => Promise.resolve(reply) });

describe('the client', () => {
  it('hands on a value that is as the contract says', async () => {
    const client = answering({ ok: true, value: { opened: true, secret: 'sk_live_x' } });
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
    { ok: true, value: { opened: 'yes' } },
    { ok: false, error: { kind: 'unheard-of' } },
  ])('takes no answer for one that it cannot read: %j', async (reply) => {
    const result = await answering(reply)('external.open', { kind: 'dashboard', of: 'account', id: null });
    expect(result).toEqual({
      ok: false,
      error: { kind: 'bug', reference: 'unreadable answer to external.open' },
    });
  });
});
