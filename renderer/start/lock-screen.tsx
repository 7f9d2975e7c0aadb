// Nobody was at the computer for a while: the books come back when the system says that its owner is there.
import { Lock } from 'lucide-react';
import { useCommand } from '../data.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import '../ui/state.css';

export function LockScreen() {
  const unlock = useCommand('lock.unlock');
  return (
    <main className="state">
      <span className="state__icon">
        <Icon icon={Lock} size={22} />
      </span>
      <h1 className="state__title">Quittance is locked</h1>
      <p className="state__text">
        What was sent goes on, and what was saved is kept. Your computer asks for your finger or your
        password.
      </p>
      <div className="state__actions">
        <Button variant="primary" autoFocus isPending={unlock.isPending} onPress={() => void unlock.run({})}>
          Unlock
        </Button>
      </div>
    </main>
  );
}
