// What the demo company does for its customers again and again, and for whom.
import type { PayingHabit } from '../world/records.ts';
import { seedCustomers, type SeedCustomer } from './customers.ts';

export interface Service {
  readonly name: string;
  readonly unit: string;
  readonly interval: 'week' | 'month' | 'quarter' | 'year';
  /** Minor units of a euro. */
  readonly euroCents: number;
}

export const services = {
  care: { name: 'Website upkeep', unit: 'month', interval: 'month', euroCents: 16_000 },
  hosting: { name: 'Hosting and backups', unit: 'month', interval: 'month', euroCents: 4900 },
  retainer: { name: 'Design retainer', unit: 'day', interval: 'month', euroCents: 72_000 },
  menu: { name: 'Menu service', unit: 'house', interval: 'month', euroCents: 11_500 },
  newsletter: { name: 'Newsletter design', unit: 'issue', interval: 'month', euroCents: 38_000 },
  social: { name: 'Social media pictures', unit: 'week', interval: 'week', euroCents: 8500 },
  catalogue: { name: 'Catalogue upkeep', unit: 'quarter', interval: 'quarter', euroCents: 90_000 },
  supervision: { name: 'Print supervision', unit: 'quarter', interval: 'quarter', euroCents: 48_000 },
  domain: { name: 'Domain and mail', unit: 'year', interval: 'year', euroCents: 24_000 },
  archive: { name: 'Image archive', unit: 'year', interval: 'year', euroCents: 59_000 },
} as const satisfies Readonly<Record<string, Service>>;
export type ServiceName = keyof typeof services;

/** What becomes of a subscription besides being billed. */
export type Turn =
  /** Twice as much of it from then on, with the rest of the period prorated. */
  | { readonly kind: 'doubles'; readonly daysAgo: number }
  | { readonly kind: 'pauses'; readonly daysAgo: number; readonly resumesInDays: number }
  | { readonly kind: 'is-canceled'; readonly daysAgo: number }
  | { readonly kind: 'ends'; readonly inDays: number }
  /** Two days before its latest period its card has no money any more. */
  | { readonly kind: 'card-fails' }
  /** After the history: so many periods later the customer's method fails, and some days later there is a new one. */
  | {
      readonly kind: 'will-fail';
      readonly inPeriods: number;
      readonly failing: string;
      readonly repaired: string;
    };

export interface SeedSubscription {
  readonly customer: SeedCustomer;
  readonly items: readonly (readonly [ServiceName, number])[];
  /** How many periods ago it began, and how many days ago the latest of them. */
  readonly begun: readonly [periods: number, days: number];
  /** How what is sent is paid; null when a saved method is charged. */
  readonly habit: PayingHabit | null;
  readonly trialDays: number | null;
  readonly byTransfer: boolean;
  readonly turns: readonly Turn[];
}

function customerOf(email: string): SeedCustomer {
  const customer = seedCustomers.find((each) => each.email === email);
  if (customer === undefined)
    throw new RangeError(`Nobody in the table of customers has the address ${email}`);
  return customer;
}

function recurring(
  email: string,
  habit: PayingHabit | null,
  begun: SeedSubscription['begun'],
  items: SeedSubscription['items'],
  more: Partial<Pick<SeedSubscription, 'trialDays' | 'byTransfer' | 'turns'>> = {},
): SeedSubscription {
  const plain = { trialDays: null, byTransfer: false, turns: [] };
  return { ...plain, customer: customerOf(email), habit, begun, items, ...more };
}

const noMoney = 'pm_card_chargeDeclinedInsufficientFunds';

export const seedSubscriptions: readonly SeedSubscription[] = [
  recurring('buero@elbquell.example', 'usual', [24, 21], [['care', 1]]),
  recurring('praxis@zahnarzt-weiss.example', 'prompt', [2, 9], [['domain', 1]]),
  recurring('herstellung@nebelhorn-verlag.example', 'usual', [21, 17], [['retainer', 2]]),
  recurring(
    'hallo@morgenrot-kaffee.example',
    null,
    [20, 12],
    [
      ['hosting', 1],
      ['care', 1],
    ],
    {
      turns: [{ kind: 'will-fail', inPeriods: 3, failing: noMoney, repaired: 'pm_card_visa' }],
    },
  ),
  recurring('rechnungen@lindqvist-moebel.example', 'usual', [6, 24], [['catalogue', 1]], {
    byTransfer: true,
    turns: [{ kind: 'ends', inDays: 240 }],
  }),
  recurring('einkauf@brauhaus-sternschanze.example', null, [17, 15], [['menu', 2]], {
    turns: [{ kind: 'will-fail', inPeriods: 7, failing: 'pm_failure_de', repaired: 'pm_success_de' }],
  }),
  recurring('verwaltung@theateramkanal.example', 'late', [17, 3], [['newsletter', 1]], {
    turns: [{ kind: 'is-canceled', daysAgo: 130 }],
  }),
  recurring('kanzlei@brandt-partner.example', 'prompt', [5, 41], [['supervision', 1]]),
  recurring('accounts@fernandthistle.example', 'usual', [1, 77], [['archive', 1]]),
  recurring('boekhouding@vandersteen.example', null, [14, 8], [['retainer', 1]]),
  recurring('compta@atelier-beaulieu.example', 'usual', [12, 26], [['newsletter', 1]], {
    turns: [{ kind: 'doubles', daysAgo: 190 }],
  }),
  recurring('ap@harborandpine.example', 'late', [10, 11], [['retainer', 1]]),
  recurring(
    'beschaffung@museum-nordsee.example',
    'usual',
    [9, 19],
    [
      ['care', 1],
      ['hosting', 1],
    ],
    {
      turns: [{ kind: 'pauses', daysAgo: 33, resumesInDays: 42 }],
    },
  ),
  recurring('manager@orchardtearooms.example', null, [9, 5], [['hosting', 2]], {
    turns: [{ kind: 'card-fails' }],
  }),
  recurring('office@galerie-silberstein.example', 'prompt', [16, 4], [['social', 1]]),
  recurring('orders@blueheronbooks.example', 'usual', [0, 12], [['care', 1]], { trialDays: 30 }),
];
