import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FILES_LIMIT } from '../../../shared/domain/evidence.ts';
import { DisputeScreen } from '../../../renderer/disputes/dispute-screen.tsx';
import { type Answers, refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { type Dispute, DISPUTE } from '../support/sample-dispute.ts';

function show(dispute: Partial<Dispute> = {}, answers: Answers = {}) {
  const { bridge } = renderPage(<DisputeScreen id="du_1" />, {
    'disputes.get': () => ({ ...DISPUTE, ...dispute }),
    'disputes.write': () => ({}),
    'disputes.attach': () => ({}),
    'disputes.attachInvoice': () => ({}),
    'disputes.detach': () => ({}),
    'disputes.stage': () => ({ operationId: 'op_1' }),
    'disputes.submit': () => ({ operationId: 'op_1' }),
    'disputes.accept': () => ({ operationId: 'op_1' }),
    ...answers,
  });
  const inputsOf = (name: string): readonly unknown[] =>
    bridge.asked.filter((call) => call.name === name).map(({ input }) => input);
  return { user: userEvent.setup(), inputsOf };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the answer to a dispute', () => {
  it('saves what is typed by itself, together, and says so', async () => {
    const { user, inputsOf } = show();
    await user.type(await screen.findByLabelText('What was sold'), 'Print');
    await user.type(screen.getByLabelText('Anything else'), 'Sent on 3 March');
    await waitFor(() =>
      expect(inputsOf('disputes.write').at(-1)).toMatchObject({
        id: 'du_1',
        texts: { product_description: 'Print', uncategorized_text: 'Sent on 3 March' },
      }),
    );
  });

  it('marks the text that was refused with the reason', async () => {
    const message = 'Stripe takes at most 20,000 characters here.';
    const { user } = show(
      {},
      {
        'disputes.write': () =>
          refuse({ kind: 'invalid-input', issues: [{ path: 'texts.uncategorized_text', message }] }),
      },
    );
    await user.type(await screen.findByLabelText('Anything else'), 'x');
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.getByText(/^Not saved/)).toBeVisible();
    // What cannot be saved is not sent either.
    await user.click(await button('Submit to the bank…'));
    expect(screen.queryByRole('alertdialog', { name: /^Submit/ })).not.toBeInTheDocument();
  });

  it('fills in what the books know where nothing was written', async () => {
    const { user, inputsOf } = show();
    await user.click(await button('Fill in what the books know'));
    expect(screen.getByLabelText('What was sold')).toHaveValue('Poster');
    expect(screen.getByLabelText('Customer’s name')).toHaveValue('Studio');
    expect(screen.queryByRole('button', { name: 'Fill in what the books know' })).not.toBeInTheDocument();
    await waitFor(() =>
      expect(inputsOf('disputes.write').at(-1)).toMatchObject({ texts: { product_description: 'Poster' } }),
    );
  });

  it('attaches the invoice by one click, and removes a file', async () => {
    const { user, inputsOf } = show();
    await user.click(await button('Attach invoice NL-0377'));
    expect(inputsOf('disputes.attachInvoice')).toMatchObject([
      { id: 'du_1', field: 'receipt', invoiceId: 'in_377' },
    ]);
    expect(screen.getByText('1 MB · at Stripe')).toBeVisible();
    await user.click(await button('Remove: Proof of delivery'));
    expect(inputsOf('disputes.detach')).toMatchObject([{ id: 'du_1', field: 'shipping_documentation' }]);
  });

  it('reads a chosen file, and does not even read one that is too large', async () => {
    const { user, inputsOf } = show();
    await button('Choose a file: Invoice or receipt');
    const [input] = document.querySelectorAll<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('There is no place for a file');
    await user.upload(input, new File(['%PDF-'], 'a.pdf', { type: 'application/pdf' }));
    await waitFor(() =>
      expect(inputsOf('disputes.attach')).toMatchObject([
        { id: 'du_1', field: 'receipt', name: 'a.pdf', base64: 'JVBERi0=' },
      ]),
    );
    // A megabyte is attached already.
    const large = new File([new Uint8Array(FILES_LIMIT - 1_000_000)], 'b.pdf', { type: 'application/pdf' });
    await user.upload(input, large);
    expect(await screen.findByText(/All files together would be larger/)).toBeVisible();
    expect(inputsOf('disputes.attach')).toHaveLength(1);
  });

  it('is submitted after a question that counts what goes', async () => {
    const { user, inputsOf } = show();
    await user.type(await screen.findByLabelText('Anything else'), 'x');
    await user.click(await button('Submit to the bank…'));
    const question = await screen.findByRole('alertdialog', { name: /^Submit/ });
    expect(question).toHaveTextContent('one file');
    expect(question).toHaveTextContent('your one answer');
    // Nothing typed is left behind.
    expect(inputsOf('disputes.write')).toHaveLength(1);
    expect(inputsOf('disputes.submit')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Submit to the bank' }));
    expect(inputsOf('disputes.submit')).toMatchObject([{ id: 'du_1' }]);
    expect(inputsOf('disputes.accept')).toEqual([]);
  });

  it('says in the question why it was refused', async () => {
    const message = 'The time to answer is over: the bank takes no evidence any more.';
    const { user } = show(
      {},
      { 'disputes.submit': () => refuse({ kind: 'wrong-state', code: 'needs-answer', message }) },
    );
    await user.click(await button('Submit to the bank…'));
    await user.click(await button('Submit to the bank'));
    expect(
      await within(screen.getByRole('alertdialog', { name: /^Submit/ })).findByText(message),
    ).toBeVisible();
  });
});

describe('the page of a dispute', () => {
  it('says until when to answer, why it was opened, and what Stripe took', async () => {
    show();
    expect(await screen.findByText('The customer says nothing was delivered.')).toBeVisible();
    expect(screen.getByText(/in 6 days/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'What Stripe holds' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'NL-0377' })).toHaveAttribute('href', '#/invoices/in_377');
    expect(screen.getByRole('link', { name: 'Open payment' })).toHaveAttribute('href', '#/payments/pi_1');
  });

  it('asks before it is given up', async () => {
    const { user, inputsOf } = show();
    await user.click(await button('Accept dispute…'));
    const question = await screen.findByRole('alertdialog', { name: 'Accept this dispute?' });
    expect(question).toHaveTextContent('€480.00');
    expect(question).toHaveTextContent('lost for good');
    expect(inputsOf('disputes.accept')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Accept dispute' }));
    expect(inputsOf('disputes.accept')).toMatchObject([{ id: 'du_1' }]);
  });

  it.each([
    [{ status: 'won', standing: 'won' }, 'The money is back in your Stripe balance.'],
    [{ status: 'lost', standing: 'lost' }, 'The money stays with the customer.'],
    [{ status: 'warning_closed', standing: 'closed' }, 'The bank has no more to ask.'],
    [{ status: 'under_review', standing: 'under-review' }, /The bank decides/],
  ] as const)('shows what was said, and nothing to send, when it is %j', async (state, words) => {
    show({
      ...state,
      submissions: 1,
      actions: [],
      answer: { ...DISPUTE.answer, refusal: 'Nothing can be sent any more.' },
    });
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'What you told the bank' })).toBeVisible();
    expect(screen.getByText('note.pdf')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Submit|Accept|Save at Stripe/ })).not.toBeInTheDocument();
  });

  it('leads from an inquiry to where the payment is refunded, and does not offer to accept it', async () => {
    show({ status: 'warning_needs_response', isRefundable: true, moves: [], actions: ['stage', 'submit'] });
    expect(await screen.findByRole('link', { name: 'Refund from the invoice' })).toHaveAttribute(
      'href',
      '#/invoices/in_377',
    );
    expect(screen.queryByRole('button', { name: 'Accept dispute…' })).not.toBeInTheDocument();
  });

  it('says that the time is over', async () => {
    show({ daysLeft: -1, actions: ['accept'], answer: { ...DISPUTE.answer, refusal: 'Too late.' } });
    expect(await screen.findByText('The bank decides without you.')).toBeVisible();
  });

  it('says what there is not', async () => {
    show({}, { 'disputes.get': () => refuse({ kind: 'not-found', what: 'dispute' }) });
    expect(await screen.findByText('There is no such dispute')).toBeVisible();
  });
});
