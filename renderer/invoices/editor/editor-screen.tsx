// Opens a draft for editing: always as it is now, never from the page's memory, since its revision counts.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Draft } from '../../../shared/contract/drafts.ts';
import type { CallFailure } from '../../client.ts';
import { queryFor, useCall, useConnection } from '../../data.ts';
import { go, paths } from '../../paths.ts';
import { WaitingPage } from '../../ui/waiting-page.tsx';
import { Editor } from './editor.tsx';

export function EditorScreen({ id }: { readonly id: string }) {
  const { client } = useConnection();
  const [turn, setTurn] = useState(0);
  const opened = useQuery<Draft, CallFailure>({ ...queryFor(client, 'drafts.get', { id }), gcTime: 0 });
  const settings = useCall('settings.get', {});
  const taxRates = useCall('taxRates.list', { includeArchived: true });
  const isGone = opened.data !== undefined && opened.data.state !== 'editing';
  useEffect(() => {
    if (isGone) go(paths.invoice(id), { replace: true });
  }, [isGone, id]);
  const reload = async (): Promise<void> => {
    await opened.refetch();
    setTurn(turn + 1);
  };
  if (opened.data && !isGone && settings.data && taxRates.data) {
    return (
      <Editor
        key={`${id} ${turn}`}
        draft={opened.data}
        settings={settings.data}
        taxRates={taxRates.data.rows}
        onReload={() => void reload()}
      />
    );
  }
  return (
    <WaitingPage
      title="Draft invoice"
      back={{ label: 'Invoices', href: paths.invoices }}
      all="All invoices"
      error={opened.error ?? settings.error ?? taxRates.error}
      onRetry={() => void reload()}
    >
      It may have been deleted.
    </WaitingPage>
  );
}
