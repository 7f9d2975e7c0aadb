// What a statement would bring, before it is taken in; of a CSV file also how it is read.
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SkeletonLines } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { describeError } from '../../error-text.ts';
import { useState } from 'react';
import { MappingFields } from './mapping-fields.tsx';
import { StatementPreview } from './statement-preview.tsx';
import type { Preview } from './use-preview.ts';
import { importWords, unreadWords } from './words.ts';

export interface ImportDialogProps {
  /** Of the file. */
  readonly name: string;
  readonly preview: Preview;
}

export function ImportDialog({ name, preview }: ImportDialogProps) {
  const { content, mapping, isReading, close } = preview;
  const [refused, setRefused] = useState<string | null>(null);
  const fresh = content?.statements.reduce((sum, { lines, known }) => sum + lines - known, 0) ?? 0;
  const takeIn = async (): Promise<void> => {
    const result = await preview.takeIn();
    if (result?.ok === false) setRefused(describeError(result.error));
    if (result?.ok !== true) return;
    close();
    showToast({ tone: 'good', ...importWords(result.value) });
  };
  const problem = refused ?? preview.problem;
  const unread = content?.csv?.unread;
  return (
    <Dialog
      kind="sheet"
      width="wide"
      title={`Import ${name}`}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={isReading || preview.problem !== null || fresh === 0}
            isPending={preview.isTakingIn}
            onPress={() => void takeIn()}
          >
            {fresh === 0 ? 'Import' : `Import ${fresh.toLocaleString()} ${fresh === 1 ? 'line' : 'lines'}`}
          </Button>
        </>
      }
    >
      <div className="stack" aria-busy={isReading}>
        {problem !== null && <Banner tone="bad">{problem}</Banner>}
        {content === null && isReading && <SkeletonLines count={5} />}
        {content?.statements.map((statement, index) => (
          <StatementPreview key={index} statement={statement} />
        ))}
        {unread !== undefined && unread.count > 0 && (
          <Banner tone="warning" title={unreadWords(unread.count)}>
            <ul>
              {unread.first.map(({ row, text, reason }) => (
                <li key={row}>
                  Row {row}: {text || 'empty'} ({reason === 'no-date' ? 'no date' : 'no amount'})
                </li>
              ))}
            </ul>
          </Banner>
        )}
        {content?.csv && mapping && (
          <MappingFields csv={content.csv} mapping={mapping} onChange={preview.correct} />
        )}
      </div>
    </Dialog>
  );
}
