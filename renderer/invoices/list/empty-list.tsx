// What the invoice list says when there is nothing in it: different for each tab, and for a search without hits.
import { CircleCheck, FilePlus2, FileText, Repeat, SearchX } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useCommandRegistry } from '../../ui/commands.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { ListFilter } from './filter.ts';

const TEXTS = {
  all: {
    icon: FileText,
    title: 'No invoices yet',
    text: 'Write the first one; it is a draft until you send it.',
  },
  draft: {
    icon: FilePlus2,
    title: 'No drafts',
    text: 'What you write is kept here by itself until it is sent.',
  },
  open: {
    icon: CircleCheck,
    title: 'Nothing is open',
    text: 'Every invoice that was sent has been settled.',
  },
  'past-due': { icon: CircleCheck, title: 'Nothing is past due', text: 'No customer is late. Well done.' },
  paid: {
    icon: FileText,
    title: 'Nothing has been paid yet',
    text: 'Paid invoices appear here as soon as Stripe reports them.',
  },
  recurring: {
    icon: Repeat,
    title: 'Nothing has recurred yet',
    text: 'Every invoice that came of a recurring one is here, whatever became of it.',
  },
} as const;

export interface EmptyListProps {
  readonly filter: ListFilter;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

export function EmptyList({ filter, isFiltered, onClear }: EmptyListProps) {
  const registry = useCommandRegistry();
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing matches"
        actions={<Button onPress={onClear}>Clear search and filters</Button>}
      >
        No invoice fits what you search and filter for.
      </EmptyState>
    );
  }
  const tab = filter.tab ?? 'all';
  const { icon, title, text } = TEXTS[tab];
  const canWrite = tab === 'all' || tab === 'draft';
  return (
    <EmptyState
      icon={icon}
      title={title}
      {...(canWrite
        ? {
            actions: (
              <Button variant="primary" onPress={() => registry.run('new-invoice')}>
                New invoice
              </Button>
            ),
          }
        : {})}
    >
      {text}
    </EmptyState>
  );
}
