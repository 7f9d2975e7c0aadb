// A coupon of the catalogue for the whole invoice, where there is one that can be given in its currency.
import { useMemo } from 'react';
import type { Discount, DraftContent } from '../../../shared/contract/drafts.ts';
import { couponDiscount, couponRefusal } from '../../../shared/domain/coupons.ts';
import { offWords } from '../../catalogue/coupon-words.ts';
import { useCall } from '../../data.ts';
import { Select } from '../../ui/select.tsx';
import { useEditor } from './editor-context.ts';

const NONE = 'none';

/** What the coupon of the draft takes off, as a discount in its currency; null while it is not known. */
export function useCouponOff({
  couponId,
  currency,
}: Pick<DraftContent, 'couponId' | 'currency'>): Discount | null {
  const coupons = useCall('coupons.list', {}, { enabled: couponId !== null }).data?.rows;
  return useMemo(
    () => couponDiscount(coupons?.find(({ id }) => id === couponId) ?? null, currency),
    [coupons, couponId, currency],
  );
}

export function CouponField() {
  const { content, edit, settle, locale, errorAt } = useEditor();
  const { couponId, currency } = content;
  const answer = useCall('coupons.list', {}).data;
  const coupons = answer?.rows ?? [];
  const offered = coupons.filter(
    (coupon) => coupon.id === couponId || (!coupon.ofDraft && couponRefusal(coupon, currency) === null),
  );
  if (offered.length === 0 && couponId === null) return null;
  const chosen = offered.find(({ id }) => id === couponId);
  const isGone = answer !== undefined && couponId !== null && !chosen;
  const refusal = couponId === null || !answer ? null : couponRefusal(chosen ?? null, currency);
  return (
    <div data-path="couponId">
      <Select<string>
        label="Coupon"
        options={[
          { id: NONE, label: 'None' },
          ...offered.map((coupon) => ({
            id: coupon.id,
            label: coupon.name,
            detail: offWords(coupon, locale),
          })),
          ...(isGone ? [{ id: couponId, label: couponId }] : []),
        ]}
        value={couponId ?? NONE}
        onChange={(id) => {
          edit({ type: 'patch', patch: { couponId: id === NONE ? null : id } });
          settle();
        }}
        error={refusal?.message ?? errorAt('couponId')}
      />
    </div>
  );
}
