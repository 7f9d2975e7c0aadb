// The start page of the sample studio.
import type { CallOutput } from '../../../shared/contract/calls.ts';

type Home = CallOutput<'home.get'>;

const eur = (amount: number) => ({ amount, currency: 'eur' });
const usd = (amount: number) => ({ amount, currency: 'usd' });
const gbp = (amount: number) => ({ amount, currency: 'gbp' });

const MONTHS: readonly (readonly [month: string, euros: number, dollars: number])[] = [
  ['2025-12', 1_412_300, 240_000],
  ['2026-01', 984_550, 0],
  ['2026-02', 1_190_020, 120_000],
  ['2026-03', 1_677_410, 310_000],
  ['2026-04', 1_320_900, 84_000],
  ['2026-05', 1_804_075, 0],
  ['2026-06', 1_566_340, 222_000],
  ['2026-07', 1_122_810, 96_000],
  ['2026-08', 740_200, 0],
  ['2026-09', 1_988_630, 410_000],
  ['2026-10', 2_141_990, 180_000],
  ['2026-11', 1_437_225, 96_000],
];

export const sampleHome: Home = {
  today: '2026-11-23',
  pastDue: { count: 7, total: [eur(1_034_220)], balanceDue: [eur(984_220), gbp(124_000)], oldestDays: 96 },
  open: { count: 31, total: [eur(3_412_905)], balanceDue: [eur(3_362_905), usd(480_000), gbp(124_000)] },
  paidThisMonth: { count: 18, total: [eur(1_437_225), usd(96_000)], balanceDue: [] },
  drafts: { count: 4, total: [eur(412_050)], balanceDue: [] },
  aging: [
    { currency: 'eur', current: 2_378_685, days30: 512_400, days60: 264_020, days90: 120_300, older: 87_500 },
    { currency: 'gbp', current: 0, days30: 124_000, days60: 0, days90: 0, older: 0 },
    { currency: 'usd', current: 480_000, days30: 0, days60: 0, days90: 0, older: 0 },
  ],
  paidByMonth: MONTHS.map(([month, euros, dollars]) => ({
    month,
    amounts: dollars === 0 ? [eur(euros)] : [eur(euros), usd(dollars)],
  })),
  attention: [
    {
      kind: 'review-operation',
      text: 'It is not known whether NL-0409 to Brauhaus Krüger was sent',
      invoiceId: null,
      disputeId: null,
      operationId: 'op_2',
    },
    {
      kind: 'failed-operation',
      text: 'Stripe refused to send NL-0405: the customer’s e-mail address is not valid',
      invoiceId: 'in_405',
      disputeId: null,
      operationId: 'op_3',
    },
    {
      kind: 'dispute',
      text: 'Studio Παπαδόπουλος disputes the payment of NL-0377',
      invoiceId: 'in_377',
      disputeId: null,
      operationId: null,
    },
  ],
  recent: [
    recent('NL-0412', 'Kaffeerösterei Elbe', 'Paid by card', '2026-11-23', eur(142_800)),
    recent('NL-0411', 'Harbour & Finch Ltd', 'Sent', '2026-11-23', gbp(124_000)),
    recent('NL-0410', 'Brauhaus Krüger KG', 'Paid by SEPA debit', '2026-11-22', eur(386_750)),
    recent(
      'NL-0398',
      'Müller Sanitärtechnik und Heizungsbau GmbH & Co. KG',
      'Refunded in part',
      '2026-11-21',
      eur(24_990),
    ),
    recent('NL-0408', 'Bluebird Media Inc.', 'Sent', '2026-11-20', usd(480_000)),
    recent('NL-0407', '株式会社さくら', 'Paid outside Stripe', '2026-11-20', eur(89_250)),
  ],
  checklist: [
    { step: 'company', done: true },
    { step: 'logo', done: false },
    { step: 'tax-rates', done: true },
    { step: 'customer', done: true },
    { step: 'invoice', done: false },
  ],
};

function recent(
  number: string,
  customerName: string,
  text: string,
  date: string,
  amount: { amount: number; currency: string },
) {
  return { invoiceId: `in_${number}`, number, customerName, text, date, amount };
}
