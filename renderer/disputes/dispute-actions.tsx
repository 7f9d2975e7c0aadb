// The buttons above a dispute: giving in, and the way to Stripe's dashboard.
import { Ellipsis, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Dispute } from './dispute.ts';
import { AcceptDialog } from './questions.tsx';

export function DisputeActions({ dispute }: { readonly dispute: Dispute }) {
  const [isAsking, setAsking] = useState(false);
  const external = useCommand('external.open');
  return (
    <>
      {dispute.actions.includes('accept') && <Button onPress={() => setAsking(true)}>Accept dispute…</Button>}
      <Menu
        label="More actions"
        entries={[
          {
            id: 'dashboard',
            label: 'Open in Stripe’s dashboard',
            icon: ExternalLink,
            run: () => void external.run({ kind: 'dashboard', of: 'dispute', id: dispute.id }),
          },
        ]}
        placement="bottom end"
      >
        <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
      </Menu>
      {isAsking && <AcceptDialog dispute={dispute} onClose={() => setAsking(false)} />}
    </>
  );
}
