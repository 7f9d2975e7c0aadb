// How fast documents are set, in the thread that the program uses too.
import { resolve } from 'node:path';
import { createDocumentEngine } from '../../main/documents/typst-engine.ts';
import { SAMPLE_INVOICE } from '../support/sample-document.ts';

export interface DocumentSpeed {
  readonly documents: number;
  readonly perSecond: number;
}

/** Sets different one-page invoices as PDF, one after the other. The thread is started before the clock is. */
export async function measureDocuments(documents = 200): Promise<DocumentSpeed> {
  const engine = createDocumentEngine({
    worker: new URL('../../main/documents/worker.ts', import.meta.url),
    fonts: { kind: 'packages', nodeModules: resolve('node_modules') },
  });
  try {
    await engine.pdf(SAMPLE_INVOICE);
    const start = performance.now();
    for (let number = 1; number <= documents; number += 1) {
      await engine.pdf({ ...SAMPLE_INVOICE, title: `Invoice ${number}` });
    }
    return { documents, perSecond: documents / ((performance.now() - start) / 1000) };
  } finally {
    await engine.close();
  }
}
