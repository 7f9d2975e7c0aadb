// Everything the application needs from outside itself; hosts and tests provide it, so that the application has no clock, socket or window of its own.
import type Stripe from 'stripe';
import type { PracticeOutcome } from '../shared/contract/practice.ts';
import type { Checker } from './backups/check.ts';
import type { DocumentEngine } from './documents/engine.ts';
import type { FileCheck, FileContent } from './documents/file-content.ts';

/** Virtual in tests: nothing in main/ reads the time or sets a timer but through this. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, task: () => void): () => void;
}

/** Where Stripe keys rest between runs. `slot` names the books (account and mode), never the key. */
export interface KeyVault {
  /** How well a saved key is kept: `os` encrypted by the operating system, `session` in memory only until the program ends. */
  readonly keeps: 'os' | 'session';
  load(slot: string): Promise<string | null>;
  /** Resolves with how this key is kept: a vault that cannot encrypt keeps it for the session only. */
  save(slot: string, secret: string): Promise<'os' | 'session'>;
  forget(slot: string): Promise<void>;
}

/** A finished file for the bookkeeper. The host decides where it goes: a native dialog, or the browser's download. */
export interface FileSaver {
  /**
   * What is large is produced in parts, each of which is written before the next is asked for; it is given whole or not at all.
   * `check` reads what was written from the disk, and rejects what is not to be given; only what comes in parts is checked.
   */
  save(
    suggestedName: string,
    mediaType: string,
    produce: () => Promise<FileContent>,
    check?: FileCheck,
  ): Promise<SavedFile>;
}
export type SavedFile =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'canceled' }
  /** A one-time ticket that the loopback page exchanges for the bytes. */
  | { readonly kind: 'download'; readonly name: string; readonly ticket: string };

export interface Notifier {
  notify(notification: { readonly title: string; readonly body: string }): void;
}

/** Opens an address in the system's browser or mail program. Refuses what is not on the allow-list. */
export interface ExternalOpener {
  open(address: string): Promise<boolean>;
}

/** A yes-or-no question about something that cannot be taken back. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  /** The button that agrees; the other one is Cancel, and the one that Return presses. */
  readonly action: string;
}

/** Asks the person in a window of the system, which the page can neither answer nor cover. */
export interface Confirmer {
  /** A host whose only window is the page answers true at once: there the page's own question is all there is. */
  confirm(question: Question): Promise<boolean>;
}

/** The operating system's own ways to know whether its owner is at the computer. */
export interface OwnerCheck {
  /** Whether it can ask here, which decides whether a lock is offered; one that is set stays. */
  isOffered(): boolean;
  /** Seconds since the last key or click, in any program. */
  idleSeconds(): number;
  /** Hears that the system's own screen has been locked or that the computer goes to sleep. */
  onAway(listener: () => void): void;
  /** Asks for a finger or a password; false when it was not given. `reason` ends the sentence "Quittance is trying to". */
  prove(reason: string): Promise<boolean>;
}

/** The system's clipboard; false where this host has none of its own, and the page has to use its browser's. */
export interface Clipboard {
  write(text: string): Promise<boolean>;
}

/** One structured line. Fields are redacted before they are written; never pass bodies. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** How the SDK reaches Stripe for books of a kind: the real service, a simulator at a loopback address, or one in this process. */
export interface StripeTransport {
  /** SDK constructor options that select host or HTTP client; empty for the real service. */
  readonly options: Pick<Stripe.StripeConfig, 'httpClient' | 'host' | 'port' | 'protocol'>;
  /** The bytes behind an address of Stripe's own pages; null when it is not on the allow-list or did not answer. */
  download(address: string): Promise<Uint8Array | null>;
  /** Ends what the transport holds (a simulator's file). */
  close(): void;
  /** Absent where Stripe is real, or another process. */
  readonly practice?: Practice;
}

/** What a simulated Stripe can be made to do beside its API. */
export interface Practice {
  /** How far its clock is ahead of this computer's, milliseconds. */
  aheadMs(): number;
  /** Moves its clock forward; everything that falls due on the way happens. */
  advance(ms: number): void;
  /** What the customer of an invoice (Stripe's id) can do about it now. */
  outcomes(invoice: string): readonly PracticeOutcome[];
  /** The customer does it; the code of the refusal, null when the bank agreed. */
  pay(invoice: string, outcome: PracticeOutcome): { readonly declined: string | null };
}

/** What making and restoring backups needs of the host. */
export interface BackupPorts {
  /** Looks a finished copy through, beside the program's own thread. */
  readonly check: Checker;
  /** The folder that the program was started with; null leaves the choice to the person. */
  readonly folder: string | null;
  /** Asks for a folder with the system's own dialog, null when that was canceled; null where there is no dialog. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
}

export interface Ports {
  readonly clock: Clock;
  readonly randomId: () => string;
  /** The data folder; everything the program keeps is below it. */
  readonly directory: string;
  readonly keys: KeyVault;
  readonly files: FileSaver;
  readonly notifier: Notifier;
  readonly opener: ExternalOpener;
  /** Null where the system has no such question that a program can ask. */
  readonly owner: OwnerCheck | null;
  readonly clipboard: Clipboard;
  readonly confirmer: Confirmer;
  readonly log: Log;
  readonly documents: DocumentEngine;
  /** Absent where nothing is kept for longer than a measurement or a test. */
  readonly backups?: BackupPorts;
  /** For the demo books the transport is a simulator whose world is kept in `folder`. */
  readonly stripe: (books: { readonly kind: 'demo' | 'stripe'; readonly folder: string }) => StripeTransport;
  /** False is certain, true is not: a hint that saves attempts. */
  readonly isOnline: () => boolean;
  /** BCP 47, of the operating system. */
  readonly locale: string;
  /** IANA zone of the operating system, the default for new books. */
  readonly timeZone: string;
  readonly version: string;
  readonly packaged: boolean;
}
