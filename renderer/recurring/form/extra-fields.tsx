// What else is the same on each invoice: a coupon, a memo, a footer.
import { useCall } from '../../data.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { FormFields } from './form-state.ts';

type Extras = Pick<FormFields, 'couponId' | 'memo' | 'footer'>;

export interface ExtraFieldsProps {
  readonly fields: Extras;
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (patch: Partial<Extras>) => void;
}

const NONE = 'none';

export function ExtraFields({ fields, errorAt, onChange }: ExtraFieldsProps) {
  const coupons = useCall('coupons.list', {}).data?.rows ?? [];
  const offered = coupons.filter(
    (coupon) => (coupon.active && !coupon.ofDraft) || coupon.id === fields.couponId,
  );
  const isKnown = fields.couponId === null || offered.some(({ id }) => id === fields.couponId);
  return (
    <Card title="On each invoice">
      <div className="stack">
        <Select<string>
          label="Coupon"
          options={[
            { id: NONE, label: 'None' },
            ...offered.map(({ id, name }) => ({ id, label: name })),
            ...(isKnown || fields.couponId === null ? [] : [{ id: fields.couponId, label: fields.couponId }]),
          ]}
          value={fields.couponId ?? NONE}
          onChange={(id) => onChange({ couponId: id === NONE ? null : id })}
          error={errorAt('couponId')}
        />
        <TextArea
          label="Memo"
          optional
          rows={2}
          maxLength={1500}
          value={fields.memo}
          onChange={(memo) => onChange({ memo })}
        />
        <TextArea
          label="Footer"
          optional
          rows={2}
          maxLength={5000}
          value={fields.footer}
          onChange={(footer) => onChange({ footer })}
        />
      </div>
    </Card>
  );
}
