// The left edge: which company, where to go, and how the connection to Stripe stands.
import { Plus, Search } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { SampleTime } from '../practice/sample-time.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useCommandRegistry } from '../ui/commands.tsx';
import { Icon } from '../ui/icon.tsx';
import { shortcutText } from '../ui/shortcuts.ts';
import type { Books } from './app-state.ts';
import { AREAS, type Place } from './areas.ts';
import { CompanySwitcher } from './company-switcher.tsx';
import { ModeBadge } from './mode-badge.tsx';
import { ProofButton } from './proof-button.tsx';
import { SyncButton } from './sync-button.tsx';

export function Sidebar({ books }: { readonly books: Books }) {
  const registry = useCommandRegistry();
  return (
    <aside className="sidebar" aria-label="Navigation">
      <CompanySwitcher books={books} />
      <div className="sidebar__tools">
        <div className="sidebar__search">
          <Button shortcut={shortcutText('Mod+K')} icon={Search} onPress={() => registry.run('palette')}>
            Search
          </Button>
        </div>
        <IconButton
          variant="primary"
          icon={Plus}
          label="New invoice"
          shortcut={shortcutText('Mod+N')}
          onPress={() => registry.run('new-invoice')}
        />
      </div>
      <nav className="sidebar__nav" aria-label="Areas">
        {AREAS.map((area) => (
          <div key={area.heading ?? 'top'}>
            {area.heading !== null && <p className="sidebar__heading">{area.heading}</p>}
            {area.places.map((place) => (
              <PlaceLink key={place.href} place={place} />
            ))}
          </div>
        ))}
      </nav>
      <footer className="sidebar__foot">
        <ProofButton />
        <SyncButton />
        {books.mode === 'sample' ? <SampleTime /> : <ModeBadge mode={books.mode} />}
      </footer>
    </aside>
  );
}

function PlaceLink({ place }: { readonly place: Place }) {
  const [location] = useHashLocation();
  const isHere = isWithin(location, place.href);
  return (
    <Link href={place.href} className="sidebar__link" {...(isHere ? { 'aria-current': 'page' } : {})}>
      <Icon icon={place.icon} />
      {place.label}
      {place.href === paths.activity && <WaitingCount />}
    </Link>
  );
}

/** What waits for Stripe, or, in red, for a person. */
function WaitingCount() {
  const outbox = useCall('outbox.list', { view: 'active', limit: 50 }).data;
  if (outbox === undefined || (outbox.active === 0 && outbox.needPerson === 0)) return null;
  const needsPerson = outbox.needPerson > 0;
  const count = needsPerson ? outbox.needPerson : outbox.active;
  return (
    <span className="sidebar__count" data-tone={needsPerson ? 'bad' : 'neutral'}>
      {count}
      <span className="visually-hidden">{needsPerson ? ' need you' : ' under way'}</span>
    </span>
  );
}

/** A draft belongs to the invoices. */
function isWithin(location: string, href: string): boolean {
  if (href === paths.home) return location === href;
  return location.startsWith(href) || (href === paths.invoices && location.startsWith('/drafts'));
}
