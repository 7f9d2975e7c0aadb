// The mark of the sample books in the sidebar, which is also the way to let time pass in them.
import { FastForward } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useCall } from '../data.ts';
import { ModeBadge } from '../shell/mode-badge.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { TimeDialog } from './time-dialog.tsx';

export function SampleTime() {
  const state = useCall('practice.state', {}).data;
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(true);
  useCommands([
    {
      id: 'practice-advance',
      title: 'Let time pass in the sample books',
      group: 'Program',
      icon: FastForward,
      run: open,
    },
  ]);
  return (
    <>
      <Tooltip text="Sample books: nothing is real. Click to let time pass.">
        <AriaButton className="sidebar__mode" aria-label="Sample books: let time pass" onPress={open}>
          <ModeBadge mode="sample" />
        </AriaButton>
      </Tooltip>
      {isOpen && state && <TimeDialog day={state.day} onClose={() => setOpen(false)} />}
    </>
  );
}
