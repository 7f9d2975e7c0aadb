// Renders a part of the page on a bridge of fixtures, as it stands in the program: connected, with commands and paths.
import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { createClient } from '../../../renderer/client.ts';
import { ConnectionContext, createQueryClient, useChangeEvents } from '../../../renderer/data.ts';
import { go } from '../../../renderer/paths.ts';
import { AppStateContext } from '../../../renderer/shell/app-state.ts';
import { CommandsProvider } from '../../../renderer/ui/commands.tsx';
import { ReadingContext } from '../../../renderer/ui/format.ts';
import { ToastRegion } from '../../../renderer/ui/toast.tsx';
import { ViewMemoryContext } from '../../../renderer/ui/view-memory.ts';
import { type Answers, createFixtureBridge, type FixtureBridge } from './fixture-bridge.ts';
import { sampleAnswers, sampleState } from './sample-answers.ts';

export interface RenderedPage extends RenderResult {
  readonly bridge: FixtureBridge;
}

/** The reader is British, the business in Berlin. */
const reading = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

export function renderPage(content: ReactNode, answers: Answers = {}): RenderedPage {
  const bridge = createFixtureBridge({ ...sampleAnswers, ...answers });
  const connection = { platform: bridge, client: createClient(bridge) };
  const result = render(
    <ConnectionContext value={connection}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider navigate={(path) => go(path)} useHref={(path) => `#${path}`}>
          <AppStateContext value={sampleState}>
            <ReadingContext value={reading}>
              <ViewMemoryContext value={new Map()}>
                <CommandsProvider>
                  <Changes />
                  {content}
                  <ToastRegion />
                </CommandsProvider>
              </ViewMemoryContext>
            </ReadingContext>
          </AppStateContext>
        </RouterProvider>
      </QueryClientProvider>
    </ConnectionContext>,
  );
  return { ...result, bridge };
}

function Changes() {
  useChangeEvents();
  return null;
}
