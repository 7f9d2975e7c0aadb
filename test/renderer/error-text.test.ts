import { describe, expect, it } from 'vitest';
import { describeError, issueAt } from '../../renderer/error-text.ts';

describe('errors in words', () => {
  it('are whole sentences', () => {
    expect(describeError({ kind: 'not-found', what: 'the invoice' })).toBe(
      'The invoice could not be found. It may have been removed.',
    );
    expect(describeError({ kind: 'wrong-state', code: 'x', message: 'this invoice is already sent' })).toBe(
      'This invoice is already sent.',
    );
    expect(describeError({ kind: 'bug', reference: 'a1b2' })).toContain('a1b2');
  });

  it('are found by the field they belong to', () => {
    const error = {
      kind: 'invalid-input',
      issues: [{ path: 'fields.name', message: 'A customer needs a name' }],
    } as const;
    const whole = { ...error, issues: [...error.issues] };
    expect(issueAt(whole, 'fields.name')).toBe('A customer needs a name.');
    expect(issueAt(whole, 'fields.email')).toBeUndefined();
    expect(issueAt({ kind: 'offline' }, 'fields.name')).toBeUndefined();
  });
});
