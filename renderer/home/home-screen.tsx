// The start page: what is owed, what came in, and what needs a person.
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { BalanceCard } from '../payouts/balance-card.tsx';
import { useAppState } from '../shell/app-state.ts';
import { Button } from '../ui/button.tsx';
import { useCommandRegistry } from '../ui/commands.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { AgingCard } from './aging-card.tsx';
import { AttentionCard } from './attention-card.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { Figures } from './figures.tsx';
import { PaidCard } from './paid-card.tsx';
import { RecentCard } from './recent-card.tsx';
import './home.css';

export function HomeScreen() {
  const { data: home, error, refetch } = useCall('home.get', {});
  const { books } = useAppState();
  const registry = useCommandRegistry();
  const currency = books?.defaultCurrency ?? 'eur';
  const actions = (
    <>
      <Button onPress={() => registry.run('new-customer')}>New customer</Button>
      <Button variant="primary" onPress={() => registry.run('new-invoice')}>
        New invoice
      </Button>
    </>
  );
  return (
    <Page title="Home" actions={actions}>
      {home === undefined ? (
        error === null ? (
          <SkeletonLines count={8} />
        ) : (
          <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
        )
      ) : (
        <div className="home">
          <Figures home={home} currency={currency} />
          <div className="home__columns">
            <div className="home__column">
              {home.attention.length > 0 && <AttentionCard attention={home.attention} />}
              <AgingCard aging={home.aging} />
              <PaidCard months={home.paidByMonth} currency={currency} />
            </div>
            <div className="home__column">
              {home.checklist.some((step) => !step.done) && <ChecklistCard steps={home.checklist} />}
              <BalanceCard />
              <RecentCard recent={home.recent} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}
