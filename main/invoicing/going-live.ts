// The checklist before going live: each point checked where Stripe or the books can say it, else ticked by hand.
import { z } from 'zod';
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { GoLiveItem } from '../../shared/contract/going-live.ts';
import { HAND_TICKED, judgeMethods } from '../../shared/domain/going-live.ts';
import { hasBlob } from '../store/blobs.ts';
import { once } from '../store/commands.ts';
import { readSettings } from '../store/settings.ts';
import { type AccountState, accountStatePosition } from '../store/sync-position.ts';
import type { UseContext } from './context.ts';

type Item = CallOutput<'goLive.get'>['items'][number];
type Finding = Pick<Item, 'state' | 'detail'>;

const finding = (ok: boolean, missing: string): Finding => ({
  state: ok ? 'done' : 'to-do',
  detail: ok ? '' : missing,
});

export function getGoLive(context: UseContext): CallOutput<'goLive.get'> {
  const account = accountStatePosition.read(context.db);
  return {
    items: [
      liveKey(context),
      ...stripeItems(context, account),
      ...booksItems(context),
      ...handItems(context),
    ],
  };
}

export function tickGoLive(
  context: UseContext,
  input: ParsedInput<'goLive.tick'>,
): CallOutput<'goLive.tick'> {
  return once(context.db, input.commandId, 'goLive.tick', context.now(), () => {
    const ticked = new Set(readTicks(context));
    if (input.done) ticked.add(input.item);
    else ticked.delete(input.item);
    context.db.run(
      "INSERT INTO setting (key, json) VALUES ('going-live', ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json",
      [JSON.stringify([...ticked])],
    );
    context.changes.add('settings');
    return {};
  });
}

function liveKey({ mode }: UseContext): Item {
  const missing =
    mode === 'test'
      ? 'These are test books and stay so. A live key opens live books of their own; nothing of the test books goes into them.'
      : 'These are sample books. Connect Stripe with a key of your account.';
  return { item: 'live-key', checkedBy: 'books', ...finding(mode === 'live', missing) };
}

/** Without an answer of Stripe's nothing is known of the account. */
function stripeItems({ db }: UseContext, account: AccountState | null): readonly Item[] {
  const asked = (item: GoLiveItem, judge: (known: AccountState) => Finding): Item => ({
    item,
    checkedBy: 'stripe',
    ...(account
      ? judge(account)
      : { state: 'unknown', detail: 'Stripe has not said yet, or this key may not read it.' }),
  });
  const currencies = db
    .all<{ currency: string }>('SELECT DISTINCT currency FROM invoice WHERE deleted = 0')
    .map(({ currency }) => currency);
  return [
    asked('charges', ({ chargesEnabled }) =>
      finding(chargesEnabled, 'Stripe does not let this account charge yet.'),
    ),
    asked('payouts', ({ payoutsEnabled }) =>
      finding(payoutsEnabled, 'Stripe does not pay out to a bank account yet.'),
    ),
    asked('requirements', ({ due, detailsSubmitted }) =>
      finding(
        due === 0 && detailsSubmitted,
        'Stripe asks for more about the business. Open Stripe to see what.',
      ),
    ),
    asked('methods', ({ capabilities }) => {
      const { ok, detail } = judgeMethods(currencies, capabilities);
      return { state: ok ? 'done' : 'to-do', detail };
    }),
    asked('public-details', ({ hasName, hasSupportContact }) =>
      finding(
        hasName && hasSupportContact,
        'Customers see no name or no way to reach you on Stripe’s pages.',
      ),
    ),
    asked('statement-descriptor', ({ hasStatementDescriptor }) =>
      finding(
        hasStatementDescriptor,
        'Without it customers may not recognise the payment on their statement.',
      ),
    ),
    asked('branding', ({ hasBranding }) =>
      finding(hasBranding, 'Stripe’s payment page and e-mails carry no logo of yours.'),
    ),
  ];
}

function booksItems({ db }: UseContext): readonly Item[] {
  const { company } = readSettings(db);
  const { line1, city, country } = company.address;
  const hasCompany = company.name !== '' && line1 !== '' && city !== '' && country !== null;
  const hasRate = db.get('SELECT 1 FROM tax_rate WHERE active = 1') !== undefined;
  return [
    {
      item: 'company',
      checkedBy: 'books',
      ...finding(hasCompany, 'Name and address stand on every invoice.'),
    },
    {
      item: 'tax-rates',
      checkedBy: 'books',
      ...finding(hasRate, 'No tax rate yet. Without one, invoices carry no tax.'),
    },
    { item: 'logo', checkedBy: 'books', ...finding(hasBlob(db, 'logo'), 'Your invoices carry no logo.') },
  ];
}

function handItems(context: UseContext): readonly Item[] {
  const ticked = readTicks(context);
  return HAND_TICKED.map((item) => ({
    item,
    checkedBy: 'person',
    state: ticked.includes(item) ? 'done' : 'to-do',
    detail: '',
  }));
}

const Ticks = z.array(z.enum(HAND_TICKED)).catch([]);

function readTicks({ db }: UseContext): readonly (typeof HAND_TICKED)[number][] {
  const row = db.get<{ json: string }>("SELECT json FROM setting WHERE key = 'going-live'");
  return row ? Ticks.parse(JSON.parse(row.json)) : [];
}
