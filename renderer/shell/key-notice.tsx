// Above every screen while nothing can be sent: no key, or one that Stripe refuses.
import { describeError } from '../error-text.ts';
import { paths } from '../paths.ts';
import { Banner } from '../ui/banner.tsx';
import { LinkButton } from '../ui/button.tsx';
import { useAppState } from './app-state.ts';

export function KeyNotice() {
  const { books, key } = useAppState();
  if (books === null || books.mode === 'sample' || (key.present && key.problem === null)) return null;
  const action = (
    <LinkButton size="small" href={paths.settingsSection('stripe')}>
      {key.present ? 'Replace the key' : 'Give a key'}
    </LinkButton>
  );
  return (
    <div className="shell__notice">
      <Banner tone={key.problem === null ? 'warning' : 'bad'} actions={action}>
        {key.problem === null
          ? 'There is no Stripe key. Everything can be read and drafted; nothing can be sent and nothing new arrives.'
          : `${describeError(key.problem)} Until then nothing is sent and nothing new arrives.`}
      </Banner>
    </div>
  );
}
