// Backups: the last verified one, where they are kept, and the way back to one of them.
import { DatabaseBackup, FolderOpen } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { BackupTable } from '../backups/backup-table.tsx';
import { counted, FAILURES, sizeText } from '../backups/words.ts';
import { useCall, useCommand } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText, RelativeText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { KeyValues } from '../ui/key-values.tsx';

type Status = CallOutput<'backups.status'>;

export function BackupsSection() {
  const asking = useCall('backups.status', {});
  const status = asking.data;
  if (status === undefined) return <NoAnswer to={asking} lines={4} />;
  return (
    <>
      {status.isKept && <StatusCard status={status} />}
      {status.restored !== null && <RestoredCard restored={status.restored} />}
      <BackupTable />
    </>
  );
}

function StatusCard({ status }: { readonly status: Status }) {
  const { locale } = useReading();
  const make = useCommand('backups.make');
  const { last, failure, isRunning, place } = status;
  const action = (
    <Button
      icon={DatabaseBackup}
      size="small"
      isPending={isRunning || make.isPending}
      onPress={() => void make.run({})}
    >
      {isRunning ? 'Backing up' : 'Back up now'}
    </Button>
  );
  return (
    <Card
      title="Backups"
      description="Made when the books are opened and once a day, while you work"
      actions={action}
    >
      <KeyValues
        rows={[
          {
            name: 'Last verified backup',
            value:
              last === null ? (
                'None yet'
              ) : (
                <>
                  <InstantText at={last.at} /> (<RelativeText at={last.at} />
                  ), {sizeText(last.bytes, locale)}
                </>
              ),
          },
          {
            name: 'Last attempt',
            value:
              failure === null ? null : (
                <>
                  Failed <RelativeText at={failure.at} />. {FAILURES[failure.why]} It is tried again within
                  the hour; earlier backups are untouched.
                </>
              ),
          },
          { name: 'Kept', value: 'The last 3, one a day for 7 days, one a month for 12 months' },
          { name: 'Where', value: <Place place={place} /> },
        ]}
      />
    </Card>
  );
}

function Place({ place }: { readonly place: Status['place'] }) {
  const choose = useCommand('backups.choosePlace');
  return (
    <div className="stack">
      <span className="backups__path">
        {place.chosen ??
          'On this computer, with the books. A folder on another disk would survive the loss of this one.'}
      </span>
      {place.canChoose && (
        <div>
          <Button
            icon={FolderOpen}
            size="small"
            isPending={choose.isPending}
            onPress={() => void choose.run({})}
          >
            Choose a folder
          </Button>
        </div>
      )}
    </div>
  );
}

function RestoredCard({ restored }: { readonly restored: NonNullable<Status['restored']> }) {
  const { locale } = useReading();
  const { at, madeAt, settledAt, unsure } = restored;
  return (
    <Card title="Last restore">
      <KeyValues
        rows={[
          { name: 'Restored', value: <InstantText at={at} /> },
          { name: 'From the backup of', value: <InstantText at={madeAt} /> },
          {
            name: 'Since then at Stripe',
            value:
              settledAt === null ? (
                'Being fetched; nothing is sent until it is here'
              ) : (
                <>
                  Fetched <InstantText at={settledAt} />
                </>
              ),
          },
          {
            name: 'Waiting in the backup',
            value:
              unsure === 0
                ? 'Everything has been looked up at Stripe'
                : `${counted(unsure, 'step', 'steps', locale)} still to be looked up at Stripe`,
          },
        ]}
      />
    </Card>
  );
}
