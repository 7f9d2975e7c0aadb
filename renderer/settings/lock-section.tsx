// After how long without anybody at the computer the program locks itself.
import type { LockMinutes } from '../../shared/contract/session-lock.ts';
import { useCommand } from '../data.ts';
import { useAppState } from '../shell/app-state.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Segmented } from '../ui/segmented.tsx';

const AFTER: Readonly<Record<string, LockMinutes | null>> = {
  never: null,
  '5': 5,
  '15': 15,
  '30': 30,
  '60': 60,
};

export function LockSection() {
  const { lock } = useAppState();
  const set = useCommand('lock.set');
  const now = useCommand('lock.now');
  return (
    <Card
      title="Lock"
      actions={
        <Button size="small" onPress={() => void now.run({})}>
          Lock now
        </Button>
      }
    >
      <Segmented
        label="When nobody is at the computer"
        description="Unlocked with Touch ID or your password. What was sent goes on behind the lock."
        value={String(lock.afterMinutes ?? 'never')}
        onChange={(id) => void set.run({ afterMinutes: AFTER[id] ?? null })}
        segments={Object.keys(AFTER).map((id) => ({ id, label: id === 'never' ? 'Never' : `${id} minutes` }))}
      />
    </Card>
  );
}
