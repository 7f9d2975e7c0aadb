// The coupons of the account: what each gives, how often it was given, and until when it can be.
import { Ellipsis, TicketPercent, TicketX } from 'lucide-react';
import { useState } from 'react';
import type { Coupon } from '../../shared/contract/catalogue.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { useCall } from '../data.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { Toolbar } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { figures, readOut } from '../ui/table-head.tsx';
import { CatalogueState } from './catalogue-state.tsx';
import { durationWords, givenWords, offWords } from './coupon-words.ts';
import type { ItemsTabProps } from './items-tab.tsx';
import { ShortList } from './short-list.tsx';
import { countOffered, type Offered, StandingFilter } from './standing-filter.tsx';
import { WithdrawCouponDialog } from './withdraw-coupon-dialog.tsx';

const COLUMNS = [
  'Name',
  figures('Gives'),
  'Counts on',
  figures('Given'),
  'Can be given until',
  figures('Recurring'),
  'State',
  readOut('Actions'),
] as const;

export function CouponsTab({ onNew }: ItemsTabProps) {
  const [view, setView] = useRemembered<Offered>('coupons-view', 'active');
  const [showsAll, setShowsAll] = useRemembered('coupons-of-drafts', false);
  const [withdrawn, setWithdrawn] = useState<Coupon | null>(null);
  const { data, error, refetch } = useCall('coupons.list', {});
  const rows = data?.rows.filter(({ ofDraft }) => showsAll || !ofDraft);
  const hasOfDrafts = data?.rows.some(({ ofDraft }) => ofDraft) === true;
  return (
    <>
      <Toolbar label="Filter">
        <StandingFilter
          label="Which coupons"
          value={view}
          onChange={setView}
          counts={rows && countOffered(rows)}
          gone="Over"
        />
        {hasOfDrafts && (
          <Checkbox isSelected={showsAll} onChange={setShowsAll}>
            With those made for the discount of an invoice
          </Checkbox>
        )}
      </Toolbar>
      <ShortList
        label="Coupons"
        columns={COLUMNS}
        rows={rows
          ?.filter((coupon) => coupon.active === (view === 'active'))
          .map((coupon) => (
            <CouponRow key={coupon.id} coupon={coupon} onWithdraw={() => setWithdrawn(coupon)} />
          ))}
        error={error}
        onRetry={() => void refetch()}
        empty={<NoCoupons view={view} onNew={onNew} />}
      />
      {withdrawn !== null && <WithdrawCouponDialog coupon={withdrawn} onClose={() => setWithdrawn(null)} />}
    </>
  );
}

function NoCoupons({ view, onNew }: ItemsTabProps & { readonly view: Offered }) {
  if (view === 'archived')
    return (
      <EmptyState icon={TicketPercent} title="No coupon is over">
        Coupons stay here after they were withdrawn, used up, or after their last day.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={TicketPercent}
      title="No coupons yet"
      actions={
        <Button variant="primary" onPress={onNew}>
          New coupon
        </Button>
      }
    >
      A coupon is a discount with a name, for invoices and for recurring ones.
    </EmptyState>
  );
}

interface CouponRowProps {
  readonly coupon: Coupon;
  readonly onWithdraw: () => void;
}

function CouponRow({ coupon, onWithdraw }: CouponRowProps) {
  const { locale, timeZone } = useReading();
  return (
    <tr>
      <td>
        {coupon.name}
        {coupon.ofDraft && <span className="faint"> · For an invoice</span>}
      </td>
      <td data-align="end">
        <span className="tabular">{offWords(coupon, locale)}</span>
      </td>
      <td className="muted">{durationWords(coupon)}</td>
      <td data-align="end">{givenWords(coupon)}</td>
      <td className="muted">
        <DateText day={coupon.redeemBy === null ? null : dayOf(coupon.redeemBy, timeZone)} />
      </td>
      <td data-align="end">
        {coupon.usedBy === 0 ? <span className="faint">–</span> : coupon.usedBy.toLocaleString()}
      </td>
      <td>
        <CatalogueState standing={coupon} gone="Over" />
      </td>
      <td data-align="end">
        {coupon.active && (
          <Menu
            label={coupon.name}
            placement="bottom end"
            entries={[
              {
                id: 'withdraw',
                label: 'Withdraw…',
                detail: 'What it has given stays',
                icon: TicketX,
                tone: 'danger',
                run: onWithdraw,
              },
            ]}
          >
            <IconButton icon={Ellipsis} size="small" label={`Actions for ${coupon.name}`} />
          </Menu>
        )}
      </td>
    </tr>
  );
}
