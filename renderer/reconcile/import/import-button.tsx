// Chooses a statement of the bank's and opens what it would bring.
import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { usePreview } from './use-preview.ts';

export function ImportButton({ icon }: { readonly icon: LucideIcon }) {
  const input = useRef<HTMLInputElement>(null);
  const preview = usePreview();
  useCommands([
    {
      id: 'import-statement',
      title: 'Import a statement',
      group: 'This screen',
      shortcuts: ['i'],
      icon,
      run: () => input.current?.click(),
    },
  ]);
  const choose = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) void preview.choose(file);
  };
  return (
    <>
      <FileTrigger
        ref={input}
        acceptedFileTypes={['.csv', '.txt', '.tsv', '.ofx', '.qfx', '.xml']}
        onSelect={choose}
      >
        <Button variant="primary" icon={icon}>
          Import a statement
        </Button>
      </FileTrigger>
      {preview.name !== null && <ImportDialog name={preview.name} preview={preview} />}
    </>
  );
}
