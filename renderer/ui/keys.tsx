// A shortcut, drawn as the keys to press.
import { Fragment } from 'react';
import { isMac, shortcutKeys } from './shortcuts.ts';
import './command-palette.css';

export function Keys({ shortcut }: { readonly shortcut: string }) {
  const steps = shortcutKeys(shortcut, isMac());
  return (
    <span className="keys">
      {steps.map((keys, step) => (
        <Fragment key={keys.join('+')}>
          {step > 0 && <span>then</span>}
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
