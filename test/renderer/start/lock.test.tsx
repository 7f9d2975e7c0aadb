import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/settings/settings-screen.tsx';
import { AppStateContext } from '../../../renderer/shell/app-state.ts';
import { LockScreen } from '../../../renderer/start/lock-screen.tsx';
import { renderPage } from '../support/render-page.tsx';
import { sampleState } from '../support/sample-answers.ts';

const offered = { ...sampleState, lock: { isOffered: true, afterMinutes: 15, isLocked: false } } as const;

describe('the lock on screen', () => {
  it('is opened by Return alone', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<LockScreen />, { 'lock.unlock': () => sampleState });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Quittance is locked');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bridge.asked.map(({ name }) => name)).toContain('lock.unlock'));
  });

  it('is chosen in Settings where the system can be asked, and there only', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(
      <AppStateContext value={offered}>
        <SettingsScreen section="lock" />
      </AppStateContext>,
      { 'lock.set': () => offered },
    );
    expect(await screen.findByRole('radio', { name: '15 minutes' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Never' }));
    await waitFor(() =>
      expect(bridge.asked.find(({ name }) => name === 'lock.set')?.input).toMatchObject({
        afterMinutes: null,
      }),
    );
  });

  it('has no place in Settings where it is not offered', async () => {
    renderPage(<SettingsScreen section="lock" />);
    expect(await screen.findByRole('link', { name: 'Appearance' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Lock' })).toBeNull();
  });
});
