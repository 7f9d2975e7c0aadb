// The checklist before real invoices go out.
import { Circle, CircleCheck, CircleHelp } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { GoLiveItem } from '../../shared/contract/going-live.ts';
import { HAND_TICKED } from '../../shared/domain/going-live.ts';
import { useCall, useCommand } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Icon } from '../ui/icon.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

type Item = CallOutput<'goLive.get'>['items'][number];
type HandTicked = (typeof HAND_TICKED)[number];

const WORDS: Readonly<Record<GoLiveItem, { readonly title: string; readonly how: string }>> = {
  'live-key': { title: 'Live books', how: 'Connected with a live key' },
  charges: { title: 'Charges', how: 'The account can take payments' },
  payouts: { title: 'Payouts', how: 'Money reaches your bank account' },
  requirements: { title: 'Stripe’s questions', how: 'Stripe asks for nothing more' },
  methods: { title: 'Payment methods', how: 'Active for the currencies of your invoices' },
  'public-details': { title: 'Public details', how: 'Name and contact on Stripe’s pages' },
  'statement-descriptor': { title: 'Statement descriptor', how: 'What stands on the customer’s statement' },
  branding: { title: 'Branding at Stripe', how: 'Your logo on the payment page and in e-mails' },
  company: { title: 'Business details', how: 'Name and address of your documents' },
  'tax-rates': { title: 'Tax rates', how: 'At least one is set up' },
  logo: { title: 'Logo', how: 'On your documents' },
  'test-invoice': {
    title: 'An invoice tried out',
    how: 'Sent, paid and refunded in sample or test books, and the documents looked at',
  },
  numbering: {
    title: 'Numbering',
    how: 'In Stripe’s dashboard, under Settings, Billing, Invoices: one series for the account or one for each customer. It should not change later',
  },
  'customer-emails': {
    title: 'E-mails to customers',
    how: 'In Stripe’s dashboard, under Settings, Business, Customer e-mails: whether Stripe itself sends receipts and reminders, so that nobody gets two',
  },
  backup: { title: 'Backup', how: 'The data folder is part of your backups' },
};

const GROUPS = [
  { by: 'stripe', title: 'As Stripe says', description: 'Asked when Quittance starts' },
  { by: 'books', title: 'In these books', description: undefined },
  { by: 'person', title: 'For you to tick', description: 'Nobody else can know' },
] as const;

export function GoingLiveSection() {
  const answer = useCall('goLive.get', {});
  if (answer.data === undefined) return <NoAnswer to={answer} />;
  const { items } = answer.data;
  const done = items.filter(({ state }) => state === 'done').length;
  return (
    <>
      <Card title="Going live" description="What should be so before real invoices go out">
        <ProgressBar label={`${done} of ${items.length} done`} percent={(done / items.length) * 100} />
      </Card>
      {GROUPS.map(({ by, title, description }) => (
        <Card key={by} title={title} description={description} flush>
          <ul className="lines">
            {items
              .filter(({ checkedBy }) => checkedBy === by)
              .map((item) => (
                <Line key={item.item} item={item} />
              ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

const LOOKS = {
  done: { icon: CircleCheck, tone: 'good', word: 'Done' },
  'to-do': { icon: Circle, tone: 'neutral', word: 'To do' },
  unknown: { icon: CircleHelp, tone: 'neutral', word: 'Not known' },
} as const;

function Line({ item: { item, state, detail } }: { readonly item: Item }) {
  const { title, how } = WORDS[item];
  const hand = HAND_TICKED.find((ticked) => ticked === item);
  if (hand !== undefined) return <HandLine item={hand} isDone={state === 'done'} />;
  const { icon, tone, word } = LOOKS[state];
  return (
    <li className="lines__line going-live__line">
      <span className="lines__icon" data-tone={tone}>
        <Icon icon={icon} label={word} />
      </span>
      <span>
        <strong>{title}</strong>
        <span className="muted going-live__detail">{detail === '' ? how : detail}</span>
      </span>
    </li>
  );
}

function HandLine({ item, isDone }: { readonly item: HandTicked; readonly isDone: boolean }) {
  const tick = useCommand('goLive.tick');
  const { title, how } = WORDS[item];
  return (
    <li className="lines__line going-live__line">
      <Checkbox isSelected={isDone} onChange={(done) => void tick.run({ item, done })} detail={how}>
        {title}
      </Checkbox>
    </li>
  );
}
