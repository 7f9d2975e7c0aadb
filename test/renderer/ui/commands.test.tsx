import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Command, CommandsProvider, useCommands } from '../../../renderer/ui/commands.tsx';

function Offer({ commands }: { readonly commands: readonly Command[] }) {
  useCommands(commands);
  return null;
}

function setUp(...layers: readonly (readonly Command[])[]) {
  render(
    <CommandsProvider>
      {layers.map((commands, index) => (
        <Offer key={index} commands={commands} />
      ))}
      <input aria-label="Field" />
    </CommandsProvider>,
  );
  return userEvent.setup();
}

const command = (id: string, shortcut: string, run: () => void): Command => ({
  id,
  title: id,
  group: 'Program',
  shortcuts: [shortcut],
  run,
});

describe('commands by their shortcuts', () => {
  it('run by one key, by two in a row, and not by half of two', async () => {
    const ran: string[] = [];
    const user = setUp([
      command('filter', 'f', () => ran.push('filter')),
      command('go', 'g i', () => ran.push('go')),
    ]);
    await user.keyboard('f');
    await user.keyboard('gi');
    await user.keyboard('gxi');
    await user.keyboard('i');
    expect(ran).toEqual(['filter', 'go']);
  });

  it('take the second key of a sequence for its own, whatever it does alone', async () => {
    const ran: string[] = [];
    const user = setUp([
      command('create', 'c', () => ran.push('create')),
      command('go', 'g c', () => ran.push('go')),
    ]);
    await user.keyboard('gc');
    await user.keyboard('c');
    expect(ran).toEqual(['go', 'create']);
  });

  it('leave letters to a field that has the focus, but not keys with Ctrl', async () => {
    const ran: string[] = [];
    const user = setUp([
      command('filter', 'f', () => ran.push('filter')),
      command('new', 'Mod+N', () => ran.push('new')),
    ]);
    await user.click(screen.getByLabelText('Field'));
    await user.keyboard('f{Control>}n{/Control}');
    expect(ran).toEqual(['new']);
    expect(screen.getByLabelText('Field')).toHaveValue('f');
  });

  it('leave a letter to a field also where a command can be run both ways', async () => {
    const ran: string[] = [];
    const create = command('new', 'Mod+N', () => ran.push('new'));
    const user = setUp([{ ...create, shortcuts: ['Mod+N', 'c'] }]);
    await user.click(screen.getByLabelText('Field'));
    await user.keyboard('Acme');
    expect(ran).toEqual([]);
    await user.keyboard('{Control>}n{/Control}');
    expect(ran).toEqual(['new']);
    expect(screen.getByLabelText('Field')).toHaveValue('Acme');
  });

  it('are those of the screen in front when two have the same name', async () => {
    const ran: string[] = [];
    const user = setUp(
      [command('new', 'n', () => ran.push('behind'))],
      [command('new', 'n', () => ran.push('front'))],
    );
    await user.keyboard('n');
    expect(ran).toEqual(['front']);
  });
});
