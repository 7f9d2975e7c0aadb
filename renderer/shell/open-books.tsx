// The books that are open: their own cache and memory of screens, the frame around every screen, and the screen in front.
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { createQueryClient, useCall, useChangeEvents } from '../data.ts';
import { Routes } from '../routes.tsx';
import { CommandsProvider } from '../ui/commands.tsx';
import { ReadingContext, systemReading } from '../ui/format.ts';
import { TitleMarkContext } from '../ui/page.tsx';
import { type ViewMemory, ViewMemoryContext } from '../ui/view-memory.ts';
import type { Books } from './app-state.ts';
import { applyAppearance, rememberAppearance } from './appearance.ts';
import { BackupNotice } from './backup-notice.tsx';
import { KeyNotice } from './key-notice.tsx';
import { ProgramCommands } from './program-commands.tsx';
import { Sidebar } from './sidebar.tsx';
import './shell.css';

const TITLE_MARKS = { sample: 'SAMPLE', test: 'TEST', live: '' } as const;

export function OpenBooks({ books }: { readonly books: Books }) {
  const [queries] = useState(createQueryClient);
  const [memory] = useState<ViewMemory>(() => new Map());
  const reading = useMemo(
    () => ({ locale: systemReading().locale, timeZone: books.timeZone, aheadSeconds: books.aheadSeconds }),
    [books.timeZone, books.aheadSeconds],
  );
  return (
    <QueryClientProvider client={queries}>
      <ReadingContext value={reading}>
        <ViewMemoryContext value={memory}>
          <TitleMarkContext value={TITLE_MARKS[books.mode]}>
            <CommandsProvider>
              <Frame books={books} />
            </CommandsProvider>
          </TitleMarkContext>
        </ViewMemoryContext>
      </ReadingContext>
    </QueryClientProvider>
  );
}

function Frame({ books }: { readonly books: Books }) {
  useChangeEvents();
  const appearance = useCall('settings.get', {}).data?.appearance;
  useEffect(() => {
    if (appearance === undefined) return;
    applyAppearance(appearance);
    rememberAppearance(appearance);
  }, [appearance]);
  return (
    <div className="shell" data-mode={books.mode}>
      <a className="skip-link" href="#main" onClick={focusMain}>
        Skip to content
      </a>
      <Sidebar books={books} />
      <main id="main" className="shell__main" tabIndex={-1}>
        <BackupNotice />
        {!books.isReadOnly && <KeyNotice />}
        <div className="shell__screen">
          <Routes />
        </div>
      </main>
      <ProgramCommands />
    </div>
  );
}

/** The address is the route, so the link moves the focus itself. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
