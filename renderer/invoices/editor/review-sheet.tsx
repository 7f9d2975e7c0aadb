// The last look before an invoice goes out: to whom, what happens at Stripe, which number, and what is wrong or odd.
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { go, paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState, SkeletonLines } from '../../ui/states.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';
import { ReviewBody } from './review-body.tsx';
import type { ReviewRun } from './use-review.ts';

export type ReviewAnswer = CallOutput<'drafts.review'>;

export interface ReviewSheetProps {
  readonly draftId: string;
  readonly run: ReviewRun;
  readonly onClose: () => void;
  /** Closes the sheet and leads to the field of a finding. */
  readonly onFix: (path: string) => void;
  readonly onSent: () => void;
}

export function ReviewSheet({ draftId, run, onClose, onFix, onSent }: ReviewSheetProps) {
  const send = useSend(draftId, run, onSent);
  const isBlocked = run.kind !== 'ready' || run.review.findings.some(({ severity }) => severity === 'error');
  const cannotMail = run.kind === 'ready' && (run.review.recipient?.email ?? '') === '';
  useCommands([
    {
      id: 'send-reviewed',
      title: 'Send invoice',
      group: 'This screen',
      shortcuts: ['Mod+Enter'],
      isHidden: true,
      inDialog: true,
      run: () => {
        if (!isBlocked && !cannotMail) void send.run(true);
      },
    },
  ]);
  const actions = (
    <>
      <Button
        isDisabled={isBlocked}
        isPending={send.pending === 'issue'}
        onPress={() => void send.run(false)}
      >
        Issue without e-mailing
      </Button>
      <Button
        variant="primary"
        isDisabled={isBlocked || cannotMail}
        isPending={send.pending === 'send'}
        shortcut={shortcutText('Mod+Enter')}
        onPress={() => void send.run(true)}
      >
        Send invoice
      </Button>
    </>
  );
  return (
    <Dialog kind="sheet" title="Review and send" isOpen onClose={onClose} actions={actions}>
      {send.problem !== null && <Banner tone="bad">{send.problem}</Banner>}
      {run.kind === 'running' && <SkeletonLines />}
      {run.kind === 'failed' && (
        <ErrorState title="This could not be checked">{describeError(run.error)}</ErrorState>
      )}
      {run.kind === 'ready' && <ReviewBody review={run.review} onFix={onFix} />}
    </Dialog>
  );
}

interface Send {
  readonly run: (email: boolean) => Promise<void>;
  readonly pending: 'send' | 'issue' | null;
  readonly problem: string | null;
}

/** After sending there is no way back into the draft, so its page takes the editor's place. */
function useSend(draftId: string, run: ReviewRun, onSent: () => void): Send {
  const command = useCommand('drafts.send', { failure: 'quiet' });
  const [wantsMail, setWantsMail] = useState(true);
  const start = async (email: boolean): Promise<void> => {
    if (run.kind !== 'ready') return;
    setWantsMail(email);
    const { total, currency } = run.review.totals;
    const result = await command.run({
      id: draftId,
      revision: run.revision,
      email,
      total: { amount: total, currency },
    });
    if (!result.ok) return;
    onSent();
    go(paths.invoice(draftId), { replace: true });
  };
  return {
    run: start,
    pending: command.isPending ? (wantsMail ? 'send' : 'issue') : null,
    problem: command.error === null ? null : describeError(command.error),
  };
}
