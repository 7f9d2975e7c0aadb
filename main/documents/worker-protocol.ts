// What the program and its typesetting thread say to each other.
import type { DocumentData } from '../../shared/domain/document-data.ts';
import type { FontSource } from './fonts.ts';

/** Given to the thread when it starts. */
export interface WorkerStart {
  readonly fonts: FontSource;
}

export interface WorkerRequest {
  readonly want: 'pdf' | 'svg';
  readonly document: DocumentData;
}

export type WorkerReply =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'svg'; readonly pages: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string };
