// What tells one saved card from another: until when it is good, and whether Stripe takes it first.
import type { SavedMethod } from '../../../shared/contract/charging.ts';
import { useReading } from '../../ui/format.ts';

export function MethodDetail({ method }: { readonly method: SavedMethod }) {
  const { locale } = useReading();
  const parts = [
    ...(method.isDefault ? ['Default'] : []),
    ...(method.expires === null
      ? []
      : [`${method.isExpired ? 'Expired' : 'Good until'} ${monthText(method.expires, locale)}`]),
  ];
  return parts.join(' · ');
}

function monthText(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
