// How a thing of the catalogue stands: in use or archived, at Stripe, on its way there, or refused.
import { Archive, CircleAlert, Clock } from 'lucide-react';
import { Badge } from '../ui/badge.tsx';

export interface Standing {
  readonly active: boolean;
  readonly state: 'saved' | 'queued' | 'failed';
}

export interface CatalogueStateProps {
  readonly standing: Standing;
  /** What it is called when it is no longer offered. */
  readonly gone?: string;
}

/** What Stripe does not know yet, or did not want. */
export function StateMark({ state }: Pick<Standing, 'state'>) {
  if (state === 'queued') return <Badge icon={Clock}>Queued</Badge>;
  if (state === 'saved') return null;
  return (
    <Badge icon={CircleAlert} tone="bad">
      Refused
    </Badge>
  );
}

/** Only what is out of the ordinary. */
export function CatalogueMarks({ standing, gone = 'Archived' }: CatalogueStateProps) {
  return (
    <>
      <StateMark state={standing.state} />
      {!standing.active && <Badge icon={Archive}>{gone}</Badge>}
    </>
  );
}

/** The same in a column, where something always stands. */
export function CatalogueState({ standing, gone = 'Archived' }: CatalogueStateProps) {
  const isOrdinary = standing.active && standing.state === 'saved';
  return (
    <span className="catalogue-state">
      {isOrdinary ? (
        <span className="muted">In use</span>
      ) : (
        <CatalogueMarks standing={standing} gone={gone} />
      )}
    </span>
  );
}
