// Lists everything at Stripe anew: what was missed is taken in, and often that is all that was out of balance.
import { RefreshCw } from 'lucide-react';
import { useCommand } from '../data.ts';
import { Button } from '../ui/button.tsx';

export function FetchAgainButton() {
  const compare = useCommand('sync.compare');
  return (
    <Button icon={RefreshCw} size="small" isPending={compare.isPending} onPress={() => void compare.run({})}>
      Fetch everything again
    </Button>
  );
}
