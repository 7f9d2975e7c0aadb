import { describe, expect, it } from 'vitest';
import type { ChangeEvent, Topic } from '../../shared/contract/events.ts';
import { isStale } from '../../renderer/topics.ts';

const changed = (topic: Topic, ...ids: string[]): ChangeEvent => ({ kind: 'changed', topic, ids });

describe('what a change makes stale', () => {
  it('is the thing itself and the lists it stands in, not its neighbours', () => {
    expect(isStale('invoices.get', { id: 'in_1' }, changed('invoice', 'in_1'))).toBe(true);
    expect(isStale('invoices.get', { id: 'in_2' }, changed('invoice', 'in_1'))).toBe(false);
    expect(isStale('invoices.list', { filter: {} }, changed('invoice', 'in_1'))).toBe(true);
    expect(isStale('requests.list', { limit: 10 }, changed('invoice', 'in_1'))).toBe(false);
  });

  it('is every one of a kind when no ids are named', () => {
    expect(isStale('invoices.get', { id: 'in_2' }, changed('invoice'))).toBe(true);
  });

  it('does not mistake ids of another kind for its own', () => {
    expect(isStale('customers.get', { id: 'cus_1' }, changed('invoice', 'in_9'))).toBe(true);
  });

  it('is everything when other books are opened, and nothing for a command of the menu', () => {
    expect(isStale('drafts.preview', { id: 'd' }, changed('books'))).toBe(true);
    expect(isStale('invoices.list', {}, { kind: 'command', command: 'palette' })).toBe(false);
  });
});
