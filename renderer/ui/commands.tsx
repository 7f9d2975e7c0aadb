// What the page can do, by name: the palette lists it, shortcuts and the application menu run it. The screen in front goes first.
import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { isMac, isPlain, type KeyStroke, matchesStep } from './shortcuts.ts';

export type CommandGroup = 'This screen' | 'Focused row' | 'Create' | 'Go to' | 'Program';

export interface Command {
  /** Also the name by which the application menu asks for it. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** Such as `Mod+N`, `g i` or `?`; the first one is shown. */
  readonly shortcuts?: readonly string[];
  readonly icon?: LucideIcon;
  /** Works by key and menu, but is not worth a line in the palette. */
  readonly isHidden?: boolean;
  /** In the palette only once something is typed: there are many of its kind. */
  readonly needsText?: boolean;
  /** Not in the sheet of shortcuts either. */
  readonly isUnlisted?: boolean;
  /** Also while a dialog is open. */
  readonly inDialog?: boolean;
  readonly run: () => void;
}

type Source = () => readonly Command[];

export class CommandRegistry {
  readonly #sources: Source[] = [];

  /** The answer takes the commands away again. */
  add(source: Source): () => void {
    this.#sources.unshift(source);
    return () => {
      this.#sources.splice(this.#sources.indexOf(source), 1);
    };
  }

  /** Newest first; of two with the same id the newer one counts. */
  list(): readonly Command[] {
    const byId = new Map<string, Command>();
    for (const source of this.#sources) {
      for (const command of source()) if (!byId.has(command.id)) byId.set(command.id, command);
    }
    return [...byId.values()];
  }

  run(id: string): void {
    this.list()
      .find((command) => command.id === id)
      ?.run();
  }
}

const CommandsContext = createContext<CommandRegistry>(new CommandRegistry());

export function useCommandRegistry(): CommandRegistry {
  return use(CommandsContext);
}

/** Offers commands while the calling component is mounted. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => registry.add(() => current.current), [registry]);
}

/** Holds the commands of the page below it and runs them by their shortcuts. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  useEffect(() => {
    const listener = createKeyListener(registry);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [registry]);
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

const SEQUENCE_MS = 1200;

/** Follows sequences such as `g i`: a first step waits a moment for the second. */
function createKeyListener(registry: CommandRegistry): (event: KeyboardEvent) => void {
  const mac = isMac();
  let prefix: { readonly key: string; readonly at: number } | null = null;
  return (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const before = prefix !== null && event.timeStamp - prefix.at < SEQUENCE_MS ? prefix.key : null;
    prefix = null;
    const typing = isTyping(event.target);
    const available = registry
      .list()
      .filter(isAvailable)
      .map((command) => ({ ...command, shortcuts: keysFor(command, typing) }));
    const hit = (isSequence: boolean): Command | undefined =>
      available.find((command) =>
        command.shortcuts.some(
          (keys) => keys.includes(' ') === isSequence && isHit(keys, before, event, mac),
        ),
      );
    // The second key of a sequence may be a shortcut of its own, which is not meant then.
    const found = hit(true) ?? hit(false);
    if (found !== undefined) {
      event.preventDefault();
      found.run();
    } else if (available.some((command) => command.shortcuts.some((keys) => startsWith(keys, event, mac)))) {
      prefix = { key: event.key, at: event.timeStamp };
    }
  };
}

function isHit(shortcut: string, before: string | null, stroke: KeyStroke, mac: boolean): boolean {
  const [first = '', second] = shortcut.split(' ');
  return second === undefined
    ? matchesStep(first, stroke, mac)
    : before === first && matchesStep(second, stroke, mac);
}

function startsWith(shortcut: string, stroke: KeyStroke, mac: boolean): boolean {
  const [first = '', second] = shortcut.split(' ');
  return second !== undefined && matchesStep(first, stroke, mac);
}

function isAvailable(command: Command): boolean {
  return command.inDialog === true || document.querySelector('.overlay') === null;
}

/** In a field a plain key is text, even when the command has another shortcut that is not. */
function keysFor({ shortcuts = [] }: Command, typing: boolean): readonly string[] {
  return typing ? shortcuts.filter((keys) => !isPlain(keys)) : shortcuts;
}

/** True where keys are text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="spinbutton"], [role="textbox"]') !== null)
  );
}
