// What a list of payments, refunds or disputes is narrowed down to; remembered while another screen is open.
import { useRemembered } from '../ui/view-memory.ts';

export function useMoneyFilter(name: 'refunds' | 'credit-notes' | 'disputes') {
  const [status, setStatus] = useRemembered(`${name}-status`, 'all');
  const [search, setSearch] = useRemembered(`${name}-search`, '');
  const [direction, setDirection] = useRemembered<'asc' | 'desc'>(`${name}-direction`, 'desc');
  const searched = search === '' ? {} : { search };
  return {
    name,
    status,
    setStatus,
    search,
    setSearch,
    direction,
    setDirection,
    countsInput: searched,
    listInput: { ...searched, ...(status === 'all' ? {} : { status }), direction },
  };
}

export type MoneyFilter = ReturnType<typeof useMoneyFilter>;
