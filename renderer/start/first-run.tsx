// Before any books are open: try sample data, connect Stripe, or open books that are already here.
import { FolderOpen, KeyRound, Sparkles } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useAppState } from '../shell/app-state.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Icon, type IconProps } from '../ui/icon.tsx';
import { KeyForm } from './key-form.tsx';
import { KnownBooksList } from './known-books-list.tsx';
import logo from '../ui/logo.svg';
import './start.css';

export function FirstRun() {
  const { problem, version } = useAppState();
  const [isConnecting, setConnecting] = useState(false);
  useEffect(() => {
    document.title = 'Quittance';
  }, []);
  return (
    <main className="start">
      <header className="start__head">
        <img className="start__logo" src={logo} alt="" />
        <h1 className="start__title">{isConnecting ? 'Connect Stripe' : 'Welcome to Quittance'}</h1>
        <p className="start__lead">
          {isConnecting
            ? 'Your invoices, customers and payments are copied to this computer.'
            : 'Invoicing on Stripe, with books that prove themselves.'}
        </p>
      </header>
      {problem !== null && (
        <div className="start__cards" style={{ display: 'block', marginBottom: 16 }}>
          <Banner tone="bad">{describeError(problem)}</Banner>
        </div>
      )}
      {isConnecting ? (
        <div className="start__panel">
          <KeyForm
            actionLabel="Connect"
            onConnected={() => setConnecting(false)}
            onCancel={() => setConnecting(false)}
          />
        </div>
      ) : (
        <Cards onConnect={() => setConnecting(true)} />
      )}
      <p className="start__foot">Version {version}. Everything stays on this computer and at Stripe.</p>
    </main>
  );
}

function Cards({ onConnect }: { readonly onConnect: () => void }) {
  const { known } = useAppState();
  const sample = useCommand('books.openSample');
  return (
    <div className="start__cards">
      <StartCard
        icon={Sparkles}
        tone="sample"
        title="Try with sample data"
        text="A small design studio with two years of invoices. No key, no account; payments arrive by themselves."
      >
        <Button size="large" isPending={sample.isPending} onPress={() => void sample.run({})}>
          Open sample books
        </Button>
      </StartCard>
      <StartCard
        icon={KeyRound}
        tone="accent"
        title="Connect Stripe"
        text="With a restricted or secret key of your account, live or test. What is at Stripe appears here within moments."
      >
        <Button size="large" variant="primary" onPress={onConnect}>
          Connect with a key
        </Button>
      </StartCard>
      <StartCard
        icon={FolderOpen}
        title="Open existing books"
        text={known.length === 0 ? 'Books that you have opened on this computer will be listed here.' : ''}
      >
        {known.length > 0 && <KnownBooksList books={known} />}
      </StartCard>
    </div>
  );
}

interface StartCardProps {
  readonly icon: IconProps['icon'];
  readonly tone?: 'accent' | 'sample';
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function StartCard({ icon, tone, title, text, children }: StartCardProps) {
  return (
    <section className="start-card">
      <span className="start-card__icon" data-tone={tone}>
        <Icon icon={icon} size={18} />
      </span>
      <h2 className="start-card__title">{title}</h2>
      {text !== '' && <p className="start-card__text">{text}</p>}
      <div className="start-card__action">{children}</div>
    </section>
  );
}
