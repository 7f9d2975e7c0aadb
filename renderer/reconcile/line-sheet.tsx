// One line of the bank's: all that the bank says of it, the payout that it is, and others that it may be.
import { Link } from 'react-aria-components/Link';
import type { BankLine } from '../../shared/contract/bank.ts';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { go, paths } from '../paths.ts';
import { LookBadge } from '../payments/status-words.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import { Difference } from './line-columns.tsx';
import { standingLook } from './standing.ts';
import type { Decisions } from './use-decisions.ts';

export interface LineSheetProps {
  readonly id: string;
  readonly decisions: Decisions;
}

export function LineSheet({ id, decisions }: LineSheetProps) {
  const { data, error } = useCall('bank.line', { id });
  const close = (): void => go(paths.reconcile, { replace: true });
  const decide = (say: () => void): void => {
    say();
    close();
  };
  const actions = data && (
    <LineActions
      line={data.line}
      onAccept={() => decide(() => decisions.accept(data.line))}
      onReject={() => decisions.reject(data.line)}
      onSetAside={(isAside) => decide(() => decisions.setAside(data.line, isAside))}
    />
  );
  return (
    <Dialog
      kind="sheet"
      width="wide"
      title="Line of the bank’s statement"
      isOpen
      onClose={close}
      actions={actions}
    >
      {error !== null && <Banner tone="bad">{describeError(error.error)}</Banner>}
      {error === null && data === undefined && <SkeletonLines count={4} />}
      {data && (
        <div className="stack">
          <LineFacts line={data.line} />
          {data.line.standing !== 'confirmed' && (
            <CandidatesTable
              line={data.line}
              candidates={data.candidates.filter((payout) => payout.id !== data.line.payout?.id)}
              onMatch={(payoutId) => decide(() => decisions.match(data.line, payoutId))}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

function LineFacts({ line }: { readonly line: BankLine }) {
  const { payout } = line;
  const look = standingLook(line.standing);
  return (
    <KeyValues
      rows={[
        {
          name: 'Status',
          value: (
            <>
              <LookBadge look={look} /> <span className="muted">{look.next}</span>
            </>
          ),
        },
        { name: 'Booked', value: <DateText day={line.day} /> },
        { name: 'Amount', value: <Money amount={line.amount} currency={line.currency} /> },
        { name: 'Counterparty', value: line.counterparty || null },
        { name: 'Text', value: line.text || null },
        { name: 'Account', value: line.account },
        {
          name: 'Payout',
          value: payout && (
            <>
              <Link href={paths.payout(payout.id)}>
                <Money amount={payout.amount} currency={payout.currency} />
              </Link>{' '}
              <span className="muted">
                due <DateText day={payout.arrival} />
              </span>
            </>
          ),
        },
        { name: 'Difference', value: payout && <Difference line={line} /> },
      ]}
    />
  );
}

interface LineActionsProps {
  readonly line: BankLine;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onSetAside: (isAside: boolean) => void;
}

function LineActions({ line: { standing, payout }, onAccept, onReject, onSetAside }: LineActionsProps) {
  const isConfirmed = standing === 'confirmed';
  return (
    <>
      {!isConfirmed && (
        <Button onPress={() => onSetAside(standing !== 'aside')}>
          {standing === 'aside' ? 'Bring back' : 'Set aside'}
        </Button>
      )}
      {payout && <Button onPress={onReject}>Not this payout</Button>}
      {payout && !isConfirmed && (
        <Button variant="primary" onPress={onAccept}>
          Accept
        </Button>
      )}
    </>
  );
}
