// Puts the person before what cannot be taken back: a page that was taken over can ask for it, but not agree to it.
import type { CallName } from '../../shared/contract/calls.ts';
import type { AnyHandler } from '../dispatch.ts';
import type { Ports, Question } from '../ports.ts';
import { wrongState } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import { isCommandKnown } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { askConnect, askForget } from './about-keys.ts';
import type { Subject } from './question.ts';
import { questions } from './questions.ts';

export interface AskFirst {
  readonly ports: Pick<Ports, 'confirmer' | 'locale'>;
  readonly session: Pick<Session, 'books' | 'connection'>;
}

/** What has run already changes nothing when it is told again, so there is nothing to ask. */
function isRepeated(db: Db, { commandId }: { readonly commandId: string }): boolean {
  return isCommandKnown(db, commandId);
}

type AnyQuestion = (subject: Subject, input: never) => Question | null;

/** The same handlers; those that `questions` names run only once the person has agreed, and else refuse with `not-confirmed`. */
export function askFirst<Table extends Readonly<Record<CallName, AnyHandler>>>(
  handlers: Table,
  { ports, session }: AskFirst,
): Table {
  let isAsking = false;

  async function agreed(question: Question): Promise<boolean> {
    // One question at a time: a pile of them is how a person is tired into agreeing.
    if (isAsking) return false;
    isAsking = true;
    try {
      return await ports.confirmer.confirm(question);
    } finally {
      isAsking = false;
    }
  }

  const guarded = (name: CallName, question: (input: never) => Question | null): [CallName, AnyHandler] => [
    name,
    async (input) => {
      const asked = question(input);
      if (asked && !(await agreed(asked)))
        throw wrongState('not-confirmed', 'Nothing was done: you did not confirm it.');
      return handlers[name](input);
    },
  ];

  const hasKey = (): boolean => session.connection !== null;
  const inBooks = (asking: AnyQuestion) => (input: never) => {
    const { books } = session;
    // Nothing of the sample books leaves this computer.
    if (!books || books.mode === 'sample' || isRepeated(books.db, input)) return null;
    return asking({ db: books.db, mode: books.mode, locale: ports.locale }, input);
  };
  return {
    ...handlers,
    ...Object.fromEntries([
      ...Object.entries(questions).map(([name, asking]) =>
        // Both come from the same row of the table, whose type pairs the call with its input.
        guarded(name as CallName, inBooks(asking as AnyQuestion)),
      ),
      guarded('stripe.connect', ({ key }: { readonly key: string }) => askConnect(key, hasKey())),
      guarded('stripe.forgetKey', () => askForget(hasKey())),
    ]),
  };
}
