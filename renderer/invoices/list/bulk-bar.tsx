// What can be done with the selected invoices together.
import { FileDown, X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';

export interface BulkBarProps {
  readonly count: number;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

export function BulkBar({ count, onExport, onClear }: BulkBarProps) {
  return (
    <div className="bulk-bar" role="region" aria-label="Selected invoices">
      <span className="bulk-bar__count" role="status">
        {count.toLocaleString()} selected
      </span>
      <Button size="small" icon={FileDown} shortcut={shortcutText('Mod+E')} onPress={onExport}>
        Export PDFs
      </Button>
      <Button size="small" variant="quiet" icon={X} shortcut="Esc" onPress={onClear}>
        Clear
      </Button>
    </div>
  );
}
