// A document engine that draws nothing and keeps what it was given.
import type { DocumentEngine } from '../../main/documents/engine.ts';
import type { DocumentData } from '../../shared/domain/document-data.ts';

export function printingDocuments(): {
  readonly documents: DocumentEngine;
  /** Oldest first. */
  readonly printed: readonly DocumentData[];
} {
  const printed: DocumentData[] = [];
  const documents: DocumentEngine = {
    pdf: async () => new Uint8Array(),
    svg: async (document) => {
      printed.push(document);
      return ['<svg/>'];
    },
    close: async () => undefined,
  };
  return { documents, printed };
}
