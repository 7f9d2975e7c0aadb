// Tells the bookkeeper, outside the window, when an invoice was paid, its payment failed, or a payment is disputed.
import { formatMoney } from '../../shared/domain/money.ts';
import type { Notifier } from '../ports.ts';
import type { Db } from '../store/database.ts';

interface PaymentNews {
  readonly id: string;
  readonly type: 'invoice.paid' | 'invoice.payment_failed' | 'charge.dispute.created';
  readonly number: string | null;
  readonly customer_name: string;
  readonly total: number;
  readonly currency: string;
}

/** More than this at once (after a long sleep) become one sentence. */
const MOST_AT_ONCE = 3;

export interface News {
  /** Looks for events that have arrived since the last look. Own actions and old events are not news. */
  tell(): void;
}

/** The poller takes events in by age; one that became visible late is less than this behind the newest, seconds. */
const LATE_SECONDS = 3600;

export function createNews(db: Db, notifier: Notifier, locale: string, since: number): News {
  let from = since;
  let told: ReadonlySet<string> = new Set();
  return {
    tell() {
      const recent = db.all<PaymentNews>(
        `SELECT event.created, event.id, event.type, invoice.number, invoice.customer_name, invoice.total, invoice.currency
           FROM event JOIN invoice ON invoice.stripe_id = event.object_id
           WHERE event.created >= ? AND event.type IN ('invoice.paid', 'invoice.payment_failed')
             AND (event.idempotency_key IS NULL OR NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.idempotency_key = event.idempotency_key))
         UNION ALL
         SELECT event.created, event.id, event.type, invoice.number, ifnull(payment.customer_name, ''), dispute.amount, dispute.currency
           FROM event JOIN dispute ON dispute.id = event.object_id LEFT JOIN payment ON payment.id = dispute.payment_id
             LEFT JOIN invoice ON invoice.stripe_id = payment.invoice_stripe_id
           WHERE event.created >= ? AND event.type = 'charge.dispute.created'
         ORDER BY 1`,
        [from, from],
      );
      const news = recent.filter(({ id }) => !told.has(id));
      told = new Set(recent.map(({ id }) => id));
      const newest = db.get<{ at: number | null }>('SELECT max(created) AS at FROM event')?.at ?? since;
      from = Math.max(from, newest - LATE_SECONDS);
      if (news.length > MOST_AT_ONCE) {
        notifier.notify({
          title: 'Quittance',
          body: `${news.length} payments arrived, failed or were disputed.`,
        });
        return;
      }
      for (const item of news) notifier.notify(sentence(item, locale));
    },
  };
}

const TITLES: Readonly<Record<PaymentNews['type'], string>> = {
  'invoice.paid': 'Invoice paid',
  'invoice.payment_failed': 'Payment failed',
  'charge.dispute.created': 'Payment disputed',
};

function sentence(news: PaymentNews, locale: string): { title: string; body: string } {
  const amount = formatMoney(news.total, news.currency, locale);
  return {
    title: TITLES[news.type],
    body: `${news.number ?? 'An invoice'} · ${news.customer_name} · ${amount}`,
  };
}
