// Questions and answers between two processes, over Node's own channel; what is asked is typed on both sides.

/** What the program asks of the test, which has the browser and plays the person. */
export interface ToTest {
  openWindow: (window: {
    readonly id: number;
    readonly preload: string;
    readonly width: number;
    readonly height: number;
  }) => void;
  loadWindow: (load: { readonly id: number; readonly url: string }) => void;
  focusWindow: (window: { readonly id: number }) => void;
  closeWindow: (window: { readonly id: number }) => void;
  send: (message: { readonly id: number; readonly channel: string; readonly value: unknown }) => void;
  /** The path that the person chooses. */
  chooseFile: (dialog: { readonly defaultPath: string }) => string;
  /** Which of the buttons of a message box the person presses. */
  press: (box: { readonly message: string; readonly buttons: readonly string[] }) => number;
  openExternal: (link: { readonly address: string }) => void;
  copy: (link: { readonly text: string }) => void;
  notify: (notification: { readonly title: string; readonly body: string }) => void;
}

/** What the test asks of the program's stand-in for Electron. */
export interface ToProgram {
  /** A message of the page on one of Electron's channels. */
  invoke: (message: {
    readonly id: number;
    readonly url: string;
    readonly isTop: boolean;
    readonly channel: string;
    readonly args: readonly unknown[];
  }) => unknown;
  fetch: (request: { readonly url: string; readonly method: string }) => FetchAnswer;
  /** Whether the page may leave for an address. */
  mayNavigate: (navigation: { readonly id: number; readonly url: string }) => boolean;
  /** Whether the session lets a request out. */
  mayRequest: (request: { readonly url: string }) => boolean;
  mayOpenWindow: (opener: { readonly id: number }) => boolean;
  windowClosed: (window: { readonly id: number }) => void;
  clickMenu: (item: { readonly id: string }) => void;
  quit: (nothing: null) => void;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

type Questions<Table> = { readonly [Name in keyof Table]: (input: never) => unknown };
type Input<Table, Name extends keyof Table> = Table[Name] extends (input: infer Value) => unknown
  ? Value
  : never;
type Output<Table, Name extends keyof Table> = Table[Name] extends (input: never) => infer Value
  ? Value
  : never;

/** How one side answers: each question's function, at once or later. */
export type Answers<Table> = {
  readonly [Name in keyof Table]: (
    input: Input<Table, Name>,
  ) => Output<Table, Name> | Promise<Output<Table, Name>>;
};

/** A child's or a parent's end of the channel. */
export interface Port {
  send(message: Message): void;
  onMessage(listener: (message: unknown) => void): void;
}

type Message =
  | { readonly kind: 'ask'; readonly number: number; readonly name: PropertyKey; readonly input: unknown }
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly message: string };

export type Ask<Table> = <Name extends keyof Table>(
  name: Name,
  input: Input<Table, Name>,
) => Promise<Awaited<Output<Table, Name>>>;

/** Connects: answers the other side's questions from `answers`, and returns how to ask it. */
export function connect<Theirs extends Questions<Theirs>, Ours extends Questions<Ours>>(
  port: Port,
  answers: Answers<Ours>,
): Ask<Theirs> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  port.onMessage((raw) => {
    // Both ends of the channel are this file.
    const message = raw as Message;
    if (message.kind === 'ask') return void reply(port, answers, message);
    const asked = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new Error(message.message));
  });
  const ask = (name: PropertyKey, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      port.send({ kind: 'ask', number: last, name, input } satisfies Message);
    });
  // The table's types pair each name with its input and output; the channel carries them as they are.
  return ask as Ask<Theirs>;
}

async function reply<Ours>(
  port: Port,
  answers: Answers<Ours>,
  { number, name, input }: Extract<Message, { kind: 'ask' }>,
): Promise<void> {
  try {
    // The other side can only name questions of the table, with the input that belongs to each.
    const answer = Reflect.get(answers, name) as (value: unknown) => unknown;
    port.send({ kind: 'answer', number, value: await answer(input) } satisfies Message);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    port.send({ kind: 'failure', number, message } satisfies Message);
  }
}
