// Which screen belongs to which path.
import { FileQuestion } from 'lucide-react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ActivityScreen } from './activity/activity-screen.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { paths } from './paths.ts';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { LinkButton } from './ui/button.tsx';
import { Page } from './ui/page.tsx';
import { EmptyState } from './ui/states.tsx';

/** Paths live in the fragment: the page is one file, and a reload must find it. */
const inFragment = { hook: useHashLocation };

export function Routes() {
  return (
    <Router {...inFragment}>
      <Switch>
        <Route path="/">{() => <HomeScreen />}</Route>
        <Route path="/activity/:tab?">{({ tab }) => <ActivityScreen tab={tab} />}</Route>
        <Route path="/settings/:section?">{({ section }) => <SettingsScreen section={section} />}</Route>
        <Route>{() => <NotFound />}</Route>
      </Switch>
    </Router>
  );
}

function NotFound() {
  return (
    <Page title="Not found">
      <EmptyState
        icon={FileQuestion}
        title="There is no such screen"
        actions={<LinkButton href={paths.home}>Go home</LinkButton>}
      >
        The address leads nowhere in this program.
      </EmptyState>
    </Page>
  );
}
