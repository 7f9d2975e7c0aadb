// The frame of every screen: title, actions, and a body that scrolls by itself.
import { ChevronLeft } from 'lucide-react';
import { createContext, type ReactNode, use, useEffect } from 'react';
import { Link } from 'react-aria-components/Link';
import { Icon } from './icon.tsx';
import './page.css';

/** Stands in the window's title before everything else: TEST, for instance. */
export const TitleMarkContext = createContext('');

export interface PageProps {
  readonly title: string;
  /** Beside the title: a status badge. */
  readonly badge?: ReactNode;
  /** Where Esc and the small link above the title lead. */
  readonly back?: { readonly label: string; readonly href: string };
  readonly actions?: ReactNode;
  /** `fill`: the body scrolls inside (lists); `narrow`: forms. */
  readonly layout?: 'normal' | 'narrow' | 'fill';
  readonly children: ReactNode;
}

export function Page({ title, badge, back, actions, layout = 'normal', children }: PageProps) {
  const mark = use(TitleMarkContext);
  useEffect(() => {
    document.title = [mark, title, 'Quittance'].filter((part) => part !== '').join(' – ');
  }, [mark, title]);
  return (
    <div className="page">
      <header className="page__head">
        <div className="page__titles">
          {back && (
            <Link className="page__back" href={back.href}>
              <Icon icon={ChevronLeft} size={14} />
              {back.label}
            </Link>
          )}
          <h1 className="page__title">
            <span className="truncate">{title}</span>
            {badge}
          </h1>
        </div>
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </header>
      <div className="page__body" data-layout={layout}>
        {children}
      </div>
    </div>
  );
}

/** A row of filters above a list. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="toolbar" role="group" aria-label={label}>
      {children}
    </div>
  );
}
