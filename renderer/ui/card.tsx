// A group of things that belong together, with a title and actions of its own.
import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Content reaches the edges, as a table does. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, description, actions, flush = false, children }: CardProps) {
  return (
    <section className="card" data-flush={flush ? '' : undefined}>
      {title !== undefined && (
        <header className="card__head">
          <div>
            <h2 className="card__title">{title}</h2>
            {description !== undefined && <p className="card__description">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className="card__body">{children}</div>
    </section>
  );
}
