// Says of a customer that Stripe no longer has them, and what is still kept here.
import { Banner } from '../ui/banner.tsx';
import type { Customer } from './customer-screen.tsx';

export function GoneBanner({ customer }: { readonly customer: Customer }) {
  if (customer.erasedAt !== null)
    return (
      <Banner tone="info" title="Personal data erased">
        Issued invoices, credit notes and the journal are kept, as the law asks.
      </Banner>
    );
  if (!customer.deletedAtStripe) return null;
  return (
    <Banner tone="warning" title="Deleted at Stripe">
      Nothing new can be invoiced to this customer. What Quittance keeps about them stays here until you erase
      it.
    </Banner>
  );
}
