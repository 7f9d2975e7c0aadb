// Saves everything that can still be read of damaged books as one file.
import { Download } from 'lucide-react';
import { useCommand } from '../data.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { Button, type ButtonSize } from '../ui/button.tsx';
import { useReading } from '../ui/format.ts';
import { showToast } from '../ui/toast.tsx';
import { counted } from './words.ts';

export function SalvageButton({ size = 'medium' }: { readonly size?: ButtonSize }) {
  const { locale } = useReading();
  const salvage = useCommand('books.salvage');
  const finish = useFinishSave();
  const run = async (): Promise<void> => {
    const result = await salvage.run({});
    const words = result.ok ? finish(result.value.saved) : null;
    if (!result.ok || words === null) return;
    const { rows, isWhole } = result.value;
    const read = counted(rows, 'row could', 'rows could', locale);
    showToast({
      tone: 'good',
      title: words,
      detail: `${read} be read${isWhole ? ', which is everything' : '; the file says where some are missing'}.`,
    });
  };
  return (
    <Button icon={Download} size={size} isPending={salvage.isPending} onPress={() => void run()}>
      Save what can be read
    </Button>
  );
}
