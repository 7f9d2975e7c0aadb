// What Stripe itself comes to for the credit note: line by line, tax by tax, and what it does to the invoice.
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import type { Quote } from './credit-form.ts';
import type { QuoteState } from './use-quote.ts';

export function QuotePart({ state }: { readonly state: QuoteState }) {
  const { quote, error, isPending } = state;
  return (
    <section
      className="credit__quote"
      aria-label="Stripe’s reckoning"
      aria-live="polite"
      aria-busy={isPending}
    >
      {error ? (
        <Banner
          tone="bad"
          actions={
            <Button size="small" onPress={state.retry}>
              Try again
            </Button>
          }
        >
          {describeError(error)}
        </Banner>
      ) : quote ? (
        <QuoteFigures quote={quote} />
      ) : (
        <p className="muted small">
          {isPending ? 'Stripe works out the taxes…' : 'Stripe works out the taxes once the amount is known.'}
        </p>
      )}
    </section>
  );
}

function QuoteFigures({ quote }: { readonly quote: Quote }) {
  const money = (amount: number) => <Money amount={amount} currency={quote.currency} />;
  return (
    <dl className="credit__figures">
      {quote.lines.map((line, index) => (
        <div key={index}>
          <dt>
            <span>
              {line.quantity !== null && `${line.quantity} × `}
              {line.description || 'Line'}
            </span>
            {line.discount > 0 && <span className="credit__note">less {money(line.discount)} discount</span>}
            {line.taxes
              .filter(({ amount }) => amount !== 0)
              .map((tax) => (
                <span key={tax.label} className="credit__note">
                  {tax.inclusive ? 'incl. ' : 'plus '}
                  {tax.label}: {money(tax.amount)}
                </span>
              ))}
          </dt>
          <dd>{money(line.amount)}</dd>
        </div>
      ))}
      {quote.taxes.map((tax) => (
        <div key={tax.label} data-part="">
          <dt>
            {tax.inclusive ? 'incl. ' : ''}
            {tax.label}
          </dt>
          <dd>{money(tax.amount)}</dd>
        </div>
      ))}
      <div data-sum="">
        <dt>Credited in all</dt>
        <dd>{money(quote.total)}</dd>
      </div>
      {quote.offInvoice > 0 && (
        <div data-part="">
          <dt>Taken off what is owed</dt>
          <dd>{money(quote.offInvoice)}</dd>
        </div>
      )}
      {quote.byEarlierRefunds > 0 && (
        <div data-part="">
          <dt>Paid back before by the refund</dt>
          <dd>{money(quote.byEarlierRefunds)}</dd>
        </div>
      )}
    </dl>
  );
}
