// The seam between the program and the typesetter: data in, bytes out, always the same bytes for the same data.
import type { DocumentData } from '../../shared/domain/document-data.ts';

export interface DocumentEngine {
  /** One tagged PDF. */
  pdf(document: DocumentData): Promise<Uint8Array>;
  /** The same pages as SVG texts, for the preview beside the form. */
  svg(document: DocumentData): Promise<readonly string[]>;
  close(): Promise<void>;
}
