// What a comparison with Stripe found: how many of each kind, and the first of them by name.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useReading } from '../ui/format.ts';
import { figures, TableHead } from '../ui/table-head.tsx';
import { PlaceLink } from './place-link.tsx';
import { resourceTitle } from './resource-words.ts';
import '../ui/plain-table.css';

type Comparison = NonNullable<CallOutput<'sync.comparison'>['comparison']>;
type Difference = Comparison['differences'][number];

const WHAT: Readonly<Record<Difference['what'], string>> = {
  missing: 'Was not here',
  changed: 'Was different here',
  gone: 'No longer at Stripe',
};

export function DifferencesTable({ comparison }: { readonly comparison: Comparison }) {
  const { locale } = useReading();
  const resources = comparison.resources.filter(({ missing, changed, gone }) => missing + changed + gone > 0);
  return (
    <>
      <table className="plain-table">
        <TableHead columns={['Kind', ...Object.values(WHAT).map(figures), figures('Compared')]} />
        <tbody>
          {resources.map(({ resource, objects, ...counts }) => (
            <tr key={resource}>
              <td>{resourceTitle(resource)}</td>
              <td data-align="end">{counts.missing.toLocaleString(locale)}</td>
              <td data-align="end">{counts.changed.toLocaleString(locale)}</td>
              <td data-align="end">{counts.gone.toLocaleString(locale)}</td>
              <td data-align="end">{objects.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FirstDifferences differences={comparison.differences} />
    </>
  );
}

function FirstDifferences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <table className="plain-table differences">
      <caption>The first differences</caption>
      <TableHead columns={['Kind', 'Where', 'What', 'Fields', 'Object']} />
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.objectId}>
            <td>{resourceTitle(difference.resource)}</td>
            <td>
              <PlaceLink place={difference.place} />
            </td>
            <td>{WHAT[difference.what]}</td>
            <td>
              <code>{difference.fields.join(', ') || '–'}</code>
            </td>
            <td>
              <code>{difference.objectId}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
