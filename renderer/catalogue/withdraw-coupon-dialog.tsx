// Asks before a coupon is deleted at Stripe, which cannot be taken back.
import type { Coupon } from '../../shared/contract/catalogue.ts';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toast.tsx';

export interface WithdrawCouponDialogProps {
  readonly coupon: Coupon;
  readonly onClose: () => void;
}

export function WithdrawCouponDialog({ coupon, onClose }: WithdrawCouponDialogProps) {
  const command = useCommand('coupons.delete', { failure: 'quiet' });
  const withdraw = async (): Promise<void> => {
    const result = await command.run({ id: coupon.id });
    if (!result.ok) return;
    showToast({ tone: 'neutral', title: `${coupon.name} withdrawn` });
    onClose();
  };
  return (
    <ConfirmDialog
      title={`Withdraw ${coupon.name}?`}
      isOpen
      confirmLabel="Withdraw coupon"
      variant="danger"
      isPending={command.isPending}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    >
      {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
      Nobody can be given it any more, and it cannot be brought back. Invoices keep what it took off, and
      recurring invoices that have it keep it.
    </ConfirmDialog>
  );
}
