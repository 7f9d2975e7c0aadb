import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HomeScreen } from '../../../renderer/home/home-screen.tsx';
import { refuse } from '../support/fixture-bridge.ts';
import { renderPage } from '../support/render-page.tsx';
import { sampleHome } from '../support/sample-home.ts';

describe('the start page', () => {
  it('shows sums per currency, each the way to its invoices', async () => {
    renderPage(<HomeScreen />);
    const pastDue = await screen.findByRole('link', { name: /Past due/ });
    expect(pastDue).toHaveAttribute('href', '#/invoices/tab/past-due');
    expect(within(pastDue).getByText('€9,842.20')).toBeVisible();
    expect(within(pastDue).getByText('£1,240.00')).toBeVisible();
    expect(within(pastDue).getByText('7 invoices, oldest 96 days')).toBeVisible();
  });

  it('leads from what needs a person to where it is decided', async () => {
    renderPage(<HomeScreen />);
    expect(await screen.findByRole('link', { name: /NL-0409/ })).toHaveAttribute('href', '#/activity');
    expect(screen.getByRole('link', { name: /disputes the payment/ })).toHaveAttribute(
      'href',
      '#/invoices/in_377',
    );
  });

  it('has no checklist when all of it is done', async () => {
    const checklist = sampleHome.checklist.map((step) => ({ ...step, done: true }));
    renderPage(<HomeScreen />, { 'home.get': () => ({ ...sampleHome, checklist, attention: [] }) });
    await screen.findByRole('link', { name: /Past due/ });
    expect(screen.queryByText('Get started')).toBeNull();
    expect(screen.queryByText('Needs you')).toBeNull();
  });

  it('says why it cannot be shown, and tries again', async () => {
    renderPage(<HomeScreen />, { 'home.get': () => refuse({ kind: 'bug', reference: 'r-17' }) });
    expect(await screen.findByRole('alert')).toHaveTextContent('r-17');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
