import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../shared/contract/settings.ts';
import { SettingsScreen } from '../../../renderer/settings/settings-screen.tsx';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { sampleSettings } from '../support/sample-answers.ts';

describe('settings', () => {
  it('save themselves when typing pauses, whole', async () => {
    const user = userEvent.setup();
    const saved: Settings[] = [];
    renderPage(<SettingsScreen section="company" />, {
      'settings.save': ({ settings }) => {
        saved.push(settings);
        return settings;
      },
    });
    await user.type(await screen.findByLabelText('Name'), ' KG');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toEqual({
      ...sampleSettings,
      company: { ...sampleSettings.company, name: 'Atelier Nordlicht KG' },
    });
    expect(await screen.findByText('Saved')).toBeVisible();
  });

  it('save what was just typed when the screen is left', async () => {
    const user = userEvent.setup();
    const { bridge, unmount } = renderPage(<SettingsScreen section="company" />);
    await user.type(await screen.findByLabelText('Phone'), '9');
    unmount();
    expect(bridge.asked.at(-1)).toMatchObject({
      name: 'settings.save',
      input: { settings: { company: { phone: '+49 40 555 01429' } } },
    });
  });

  it('say at the field why something was not saved, and keep what was typed', async () => {
    const user = userEvent.setup();
    renderPage(<SettingsScreen section="company" />, {
      'settings.save': () =>
        refuse({
          kind: 'invalid-input',
          issues: [{ path: 'settings.company.email', message: 'This is not an e-mail address' }],
        }),
    });
    await user.type(await screen.findByLabelText('E-mail'), '@');
    expect(await screen.findByText('This is not an e-mail address.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveValue('hallo@nordlicht.example@');
    expect(screen.getByText(/Not saved/)).toBeVisible();
  });

  it('change the theme at once', async () => {
    const user = userEvent.setup();
    renderPage(<SettingsScreen section="appearance" />);
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await user.click(screen.getByRole('radio', { name: 'As the system' }));
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('build on what was saved before the program has told of it', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<SettingsScreen section="appearance" />);
    const saved = () => bridge.asked.filter(({ name }) => name === 'settings.save');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    await screen.findByText('Saved');
    expect(screen.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Compact' }));
    await waitFor(() => expect(saved()).toHaveLength(2));
    expect(saved().at(-1)?.input).toMatchObject({
      settings: { appearance: { theme: 'dark', density: 'compact' } },
    });
  });

  it('make a tax rate', async () => {
    const user = userEvent.setup();
    const { bridge } = renderPage(<SettingsScreen section="invoicing" />, {
      'taxRates.create': () => ({ id: 'tr_new', operationId: 'op_1' }),
    });
    await user.click(await screen.findByRole('button', { name: 'New tax rate' }));
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'IVA');
    await user.type(screen.getByLabelText('Rate'), '22,5');
    await user.click(screen.getByRole('button', { name: 'Create tax rate' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.asked.find((call) => call.name === 'taxRates.create')?.input).toMatchObject({
      name: 'IVA',
      percentage: '22.5',
      inclusive: false,
      country: null,
    });
  });
});
