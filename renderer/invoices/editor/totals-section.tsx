// What the draft comes to: discount, net, each tax and the total, with the rounding explained.
import { useState } from 'react';
import { documentSums } from '../../../shared/domain/document-sums.ts';
import { Money } from '../../ui/money.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CouponField } from './coupon-field.tsx';
import { useEditor } from './editor-context.ts';
import { discountText, readDiscount } from './figures.ts';
import { useUnread } from './unread.ts';
import { showDecimal } from '../../ui/decimal-field.tsx';

export function TotalsSection() {
  const { content, totals, locale } = useEditor();
  const { currency } = content;
  const { subtotal, discount } = documentSums(totals);
  return (
    <section className="totals" aria-label="Totals">
      <div className="totals__off">
        <DiscountField />
        <CouponField />
      </div>
      <dl className="totals__list" aria-live="off">
        <dt>Subtotal</dt>
        <dd>
          <Money amount={subtotal} currency={currency} />
        </dd>
        {discount !== 0 && (
          <>
            <dt>Discount</dt>
            <dd>
              <Money amount={-discount} currency={currency} />
            </dd>
          </>
        )}
        {totals.taxes.length > 0 && (
          <>
            <dt>Net</dt>
            <dd>
              <Money amount={totals.net} currency={currency} />
            </dd>
          </>
        )}
        {totals.taxes.map((tax) => (
          <TaxRow key={tax.taxRateId} tax={tax} currency={currency} locale={locale} />
        ))}
        <dt className="totals__sum">Total</dt>
        <dd className="totals__sum" data-testid="draft-total">
          <Money amount={totals.total} currency={currency} />
        </dd>
      </dl>
      <p className="totals__note">
        Each line is rounded to the smallest unit of {currency.toUpperCase()}, and its tax likewise; the sums
        are added from rounded lines. Stripe’s own figures replace this estimate when the invoice is issued.
      </p>
    </section>
  );
}

type TaxTotal = ReturnType<typeof useEditor>['totals']['taxes'][number];

function TaxRow({
  tax,
  currency,
  locale,
}: {
  readonly tax: TaxTotal;
  readonly currency: string;
  readonly locale: string;
}) {
  return (
    <>
      <dt>
        {tax.inclusive ? 'incl. ' : ''}
        {tax.label} {showDecimal(tax.percentage, locale)}%<span className="faint"> on </span>
        <Money amount={tax.taxable} currency={currency} tone="faint" />
      </dt>
      <dd>
        <Money amount={tax.amount} currency={currency} />
      </dd>
    </>
  );
}

const DISCOUNT_LABEL = 'Discount on the invoice';

function DiscountField() {
  const { content, edit, takeBack, settle, locale, marks, errorAt, jumps } = useEditor();
  const [typed, setTyped] = useState<{ readonly text: string; readonly jumps: number } | null>(null);
  const current = typed?.jumps === jumps ? typed.text : null;
  const entry = current === null ? null : readDiscount(current, content.currency, marks);
  const refusal = entry?.ok === false ? entry.reason : null;
  useUnread({ lineId: null, path: 'discount', name: DISCOUNT_LABEL }, refusal);
  return (
    <div className="totals__discount" data-path="discount">
      <TextField
        label={DISCOUNT_LABEL}
        placeholder="10% or 25.00"
        align="end"
        value={current ?? discountText(content.discount, content.currency, locale)}
        error={refusal ?? errorAt('discount')}
        onChange={(text) => {
          setTyped({ text, jumps });
          const read = readDiscount(text, content.currency, marks);
          if (read.ok) edit({ type: 'patch', patch: { discount: read.discount } }, 'discount');
          else takeBack('discount');
        }}
        onBlur={() => {
          if (entry?.ok === true) setTyped(null);
          settle();
        }}
      />
    </div>
  );
}
