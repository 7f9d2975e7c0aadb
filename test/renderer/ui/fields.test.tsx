import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Checkbox } from '../../../renderer/ui/checkbox.tsx';
import { ComboBox } from '../../../renderer/ui/combo-box.tsx';
import { DateField } from '../../../renderer/ui/date-field.tsx';
import { focusUnread } from '../../../renderer/ui/unread-field.ts';
import { DecimalField } from '../../../renderer/ui/decimal-field.tsx';
import { ReadingContext } from '../../../renderer/ui/format.ts';
import { Segmented } from '../../../renderer/ui/segmented.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';

const options = [
  { id: 'a', label: 'Apple', detail: 'Red' },
  { id: 'b', label: 'Banana' },
  { id: 'c', label: 'Cherry' },
] as const;
type Fruit = (typeof options)[number]['id'];

const kept = (): string => screen.getByRole('status').textContent;

describe('a text field', () => {
  it('is tied to its label, its hint and the reason it is refused', () => {
    const { rerender } = render(<TextField label="Name" description="As printed" />);
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('As printed');
    rerender(<TextField label="Name" description="As printed" error="A customer needs a name." />);
    expect(screen.getByLabelText('Name')).toBeInvalid();
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('A customer needs a name.');
  });

  it('keeps its label for assistive technology when the label is hidden', () => {
    render(<TextField label="Number" hideLabel />);
    expect(screen.getByLabelText('Number')).toBeVisible();
  });
});

describe('a choice of one', () => {
  it('is made in a select by keyboard', async () => {
    const user = userEvent.setup();
    function Sample() {
      const [fruit, setFruit] = useState<Fruit | null>(null);
      return (
        <>
          <Select<Fruit> label="Fruit" options={options} value={fruit} onChange={setFruit} />
          <output>{fruit}</output>
        </>
      );
    }
    render(<Sample />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('listbox', { name: 'Fruit' })).toBeVisible();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(kept()).toBe('b');
    await waitFor(() => expect(screen.getByRole('button', { name: /Fruit/ })).toHaveFocus());
  });

  it('is made in a combo box by a part of the word, and taken back by emptying it', async () => {
    const user = userEvent.setup();
    function Sample() {
      const [fruit, setFruit] = useState<Fruit | null>(null);
      return (
        <>
          <ComboBox<Fruit> label="Fruit" options={options} value={fruit} onChange={setFruit} />
          <output>{fruit ?? 'none'}</output>
        </>
      );
    }
    render(<Sample />);
    const field = screen.getByRole('combobox', { name: 'Fruit' });
    await user.type(field, 'err');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(kept()).toBe('c');
    await user.clear(field);
    await user.tab();
    expect(kept()).toBe('none');
  });

  describe('typed into a combo box', () => {
    function Sample({ first = null }: { readonly first?: Fruit | null }) {
      const [fruit, setFruit] = useState<Fruit | null>(first);
      return (
        <>
          <ComboBox<Fruit>
            label="Fruit"
            options={options}
            value={fruit}
            onChange={setFruit}
            emptyText="Nothing matches"
          />
          <button type="button">Save</button>
          <output>{fruit ?? 'none'}</output>
        </>
      );
    }
    const field = () => screen.getByRole('combobox', { name: 'Fruit' });

    it('is the first that is found by Enter', async () => {
      const user = userEvent.setup();
      render(<Sample />);
      await user.type(field(), 'an{Enter}');
      expect(kept()).toBe('b');
      expect(field()).toHaveValue('Banana');
    });

    it('is the only one that is found by Tab and by a click elsewhere', async () => {
      const user = userEvent.setup();
      const { unmount } = render(<Sample />);
      await user.type(field(), 'err{Tab}');
      expect(kept()).toBe('c');
      expect(field()).toHaveValue('Cherry');
      unmount();
      render(<Sample first="a" />);
      await user.clear(field());
      await user.type(field(), 'err');
      await user.click(document.body);
      expect(kept()).toBe('c');
      expect(field()).toHaveValue('Cherry');
    });

    it('stays for Enter where nothing is found, and gives way to what was chosen on leaving', async () => {
      const user = userEvent.setup();
      render(<Sample first="a" />);
      await user.tripleClick(field());
      await user.keyboard('xyz{Enter}');
      expect(field()).toHaveValue('xyz');
      await user.tab();
      expect(field()).toHaveValue('Apple');
      expect(kept()).toBe('a');
    });
  });

  it('is made among segments with the arrows', async () => {
    const user = userEvent.setup();
    function Sample() {
      const [fruit, setFruit] = useState<Fruit>('a');
      return (
        <>
          <Segmented<Fruit> label="Fruit" segments={options} value={fruit} onChange={setFruit} />
          <output>{fruit}</output>
        </>
      );
    }
    render(<Sample />);
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(kept()).toBe('b');
    expect(screen.getByRole('radio', { name: 'Banana' })).toBeChecked();
  });
});

describe('a date', () => {
  it('is typed in the reader’s order and kept as a calendar date', async () => {
    const user = userEvent.setup();
    function Sample() {
      const [day, setDay] = useState<string | null>('2026-11-23');
      return (
        <>
          <DateField label="Due" value={day} onChange={setDay} />
          <output>{day ?? 'none'}</output>
        </>
      );
    }
    render(<Sample />);
    const group = screen.getByRole('group', { name: 'Due' });
    await user.click(within(group).getByRole('spinbutton', { name: /^day/ }));
    await user.keyboard('05');
    expect(kept()).toBe('2026-11-05');
    await user.click(within(group).getByRole('button'));
    expect(screen.getByRole('application')).toHaveAccessibleName(/November 2026/);
    await user.keyboard('{ArrowRight}{Enter}');
    expect(kept()).toBe('2026-11-06');
  });
});

describe('a date of which a part was taken away', () => {
  function Sample({ start }: { readonly start: string | null }) {
    const [day, setDay] = useState(start);
    const [clicks, setClicks] = useState(0);
    return (
      <>
        <DateField label="Due" value={day} onChange={setDay} />
        <button type="button" onClick={() => setClicks(clicks + 1)}>
          Drawn anew {clicks}
        </button>
        <button type="button" onClick={() => setDay('2026-12-24')}>
          Christmas
        </button>
        <output>{day ?? 'none'}</output>
      </>
    );
  }
  const leave = async (user: ReturnType<typeof userEvent.setup>): Promise<void> => {
    await user.click(screen.getByRole('button', { name: /^Drawn anew/ }));
  };

  it('says that it is not complete, whatever is drawn anew, and lets no form be sent', async () => {
    const user = userEvent.setup();
    render(<Sample start="2026-11-23" />);
    await user.click(screen.getByRole('spinbutton', { name: /^day/ }));
    await user.keyboard('{Backspace}{Backspace}');
    expect(screen.queryByText('This date is not complete')).toBeNull();
    await leave(user);
    await leave(user);
    expect(screen.getByText('This date is not complete')).toBeVisible();
    expect(screen.getByRole('spinbutton', { name: /^day/ })).toHaveTextContent('dd');
    expect(focusUnread()).toBe(true);
    expect(screen.getByRole('spinbutton', { name: /^day/ })).toHaveFocus();
    await user.keyboard('05');
    expect(kept()).toBe('2026-11-05');
    expect(screen.queryByText('This date is not complete')).toBeNull();
    expect(focusUnread()).toBe(false);
  });

  it('is complete again once another one was set', async () => {
    const user = userEvent.setup();
    render(<Sample start="2026-11-23" />);
    await user.click(screen.getByRole('spinbutton', { name: /^day/ }));
    await user.keyboard('{Backspace}{Backspace}');
    await user.click(screen.getByRole('button', { name: 'Christmas' }));
    expect(screen.getByRole('spinbutton', { name: /^day/ })).toHaveTextContent('24');
    expect(focusUnread()).toBe(false);
  });

  it('is told of one that was only begun, and not of an empty one', async () => {
    const user = userEvent.setup();
    render(<Sample start={null} />);
    await user.click(screen.getByRole('spinbutton', { name: /^day/ }));
    await leave(user);
    expect(focusUnread()).toBe(false);
    await user.click(screen.getByRole('spinbutton', { name: /^day/ }));
    await user.keyboard('31');
    await leave(user);
    expect(focusUnread()).toBe(true);
    expect(kept()).toBe('none');
  });
});

describe('a decimal', () => {
  it('is shown in the reader’s notation and kept exactly', async () => {
    const user = userEvent.setup();
    function Sample() {
      const [value, setValue] = useState('0.125');
      return (
        <ReadingContext value={{ locale: 'de-DE', timeZone: 'UTC' }}>
          <DecimalField label="Quantity" value={value} onChange={setValue} />
          <output>{value}</output>
        </ReadingContext>
      );
    }
    render(<Sample />);
    expect(screen.getByLabelText('Quantity')).toHaveValue('0,125');
    await user.clear(screen.getByLabelText('Quantity'));
    await user.type(screen.getByLabelText('Quantity'), '1,5');
    expect(kept()).toBe('1.5');
    await user.type(screen.getByLabelText('Quantity'), 'x');
    expect(kept()).toBe('');
    expect(screen.getByText('This is not a number')).toBeVisible();
  });
});

describe('a check box', () => {
  it('is changed by a click on its words', async () => {
    const user = userEvent.setup();
    function Sample() {
      const [on, setOn] = useState(false);
      return (
        <Checkbox isSelected={on} onChange={setOn} detail="Each month">
          Repeat
        </Checkbox>
      );
    }
    render(<Sample />);
    await user.click(screen.getByText('Repeat'));
    expect(screen.getByRole('checkbox', { name: /Repeat/ })).toBeChecked();
  });
});
