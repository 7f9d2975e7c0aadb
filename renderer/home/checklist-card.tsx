// The first steps with new books; gone when all are done.
import { Circle, CircleCheck } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

type Step = CallOutput<'home.get'>['checklist'][number];

const STEPS: Readonly<Record<Step['step'], { readonly text: string; readonly href: string }>> = {
  company: { text: 'Add your business details', href: paths.settingsSection('company') },
  logo: { text: 'Add your logo', href: paths.settingsSection('document') },
  'tax-rates': { text: 'Set up your tax rates', href: paths.settingsSection('invoicing') },
  customer: { text: 'Add a customer', href: paths.newCustomer },
  invoice: { text: 'Send your first invoice', href: paths.invoices },
  connect: { text: 'Connect Stripe', href: paths.settingsSection('stripe') },
};

export function ChecklistCard({ steps }: { readonly steps: readonly Step[] }) {
  const done = steps.filter((step) => step.done).length;
  return (
    <Card title="Get started" flush>
      <div style={{ padding: '0 16px 12px' }}>
        <ProgressBar label={`${done} of ${steps.length} done`} percent={(done / steps.length) * 100} />
      </div>
      <ul className="lines">
        {steps.map(({ step, done: isDone }) => (
          <li key={step}>
            <Link className="lines__line" href={STEPS[step].href}>
              <span className="lines__icon" data-tone={isDone ? 'good' : 'neutral'}>
                <Icon icon={isDone ? CircleCheck : Circle} label={isDone ? 'Done' : 'To do'} />
              </span>
              <span className={isDone ? 'lines__text lines__done' : 'lines__text'}>{STEPS[step].text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
