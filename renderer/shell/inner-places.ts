// The places inside the places of the sidebar, as commands: each report, each tab of the books and of the catalogue, each section of the settings.
import { REPORT_IDS, REPORTS } from '../../shared/domain/reports/catalogue.ts';
import { BOOKS_TABS } from '../books/books-screen.tsx';
import { CATALOGUE_TABS } from '../catalogue/catalogue-screen.tsx';
import { go, paths } from '../paths.ts';
import { SETTINGS_SECTIONS } from '../settings/settings-screen.tsx';
import type { Command } from '../ui/commands.tsx';
import { AREAS } from './areas.ts';

const PLACES = AREAS.flatMap(({ places }) => places);

/** `name` stands before each: some reports are called like a tab. */
function inside(
  name: string,
  area: string,
  labels: readonly (readonly [label: string, href: string])[],
): readonly Command[] {
  const icon = PLACES.find(({ href }) => href === area)?.icon;
  return labels.map(([label, href]) => ({
    id: href,
    title: `${name}: ${label}`,
    group: 'Go to',
    needsText: true,
    ...(icon === undefined ? {} : { icon }),
    run: () => go(href),
  }));
}

export const INNER_PLACES: readonly Command[] = [
  ...inside(
    'Catalogue',
    paths.catalogue,
    CATALOGUE_TABS.map(({ id, label }) => [label, paths.catalogueTab(id)]),
  ),
  ...inside(
    'Books',
    paths.books,
    BOOKS_TABS.map(({ id, label }) => [label, `${paths.books}/${id}`]),
  ),
  ...inside(
    'Report',
    paths.reports,
    REPORT_IDS.map((id) => [REPORTS[id].title, paths.report(id, '')]),
  ),
  ...inside(
    'Settings',
    paths.settings,
    SETTINGS_SECTIONS.map(({ id, label }) => [label, paths.settingsSection(id)]),
  ),
];
