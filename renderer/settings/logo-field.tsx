// The picture on documents: chosen from a file, checked by the program by its bytes.
import { ImageUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { toBase64 } from '../to-base64.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

const MOST_BYTES = 1_000_000;

export function LogoField({ hasLogo }: { readonly hasLogo: boolean }) {
  const logo = useCall('settings.logo', {}, { enabled: hasLogo }).data?.dataUrl ?? null;
  const setLogo = useCommand('settings.setLogo', { failure: 'quiet' });
  const [tooLarge, setTooLarge] = useState(false);
  const choose = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file === undefined) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size > MOST_BYTES) return;
    await setLogo.run({ base64: toBase64(new Uint8Array(await file.arrayBuffer())) });
  };
  const problem = tooLarge ? 'This file is larger than 1 MB.' : setLogo.error && describeError(setLogo.error);
  return (
    <div className="logo">
      <div className="logo__picture">
        {hasLogo && logo !== null ? <img src={logo} alt="Your logo" /> : <Icon icon={ImageUp} size={22} />}
      </div>
      <div className="stack" style={{ gap: 8 }}>
        <div className="cluster">
          <FileTrigger
            acceptedFileTypes={['image/png', 'image/jpeg']}
            onSelect={(files) => void choose(files)}
          >
            <Button isPending={setLogo.isPending}>{hasLogo ? 'Replace' : 'Choose a picture'}</Button>
          </FileTrigger>
          {hasLogo && (
            <Button icon={Trash2} variant="quiet" onPress={() => void setLogo.run({ base64: null })}>
              Remove
            </Button>
          )}
        </div>
        {problem !== null && (
          <p className="field__error" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
