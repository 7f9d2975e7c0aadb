import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DocumentError } from '../../../main/documents/document-error.ts';
import type { DocumentEngine } from '../../../main/documents/engine.ts';
import { createDocumentEngine } from '../../../main/documents/typst-engine.ts';
import { createRenderer } from '../../../main/documents/typst-renderer.ts';
import type { DocumentData } from '../../../shared/domain/document-data.ts';
import { SAMPLE_INVOICE, SAMPLE_RECEIPT } from '../../support/sample-document.ts';

const fonts = { kind: 'packages', nodeModules: resolve('node_modules') } as const;
const open: DocumentEngine[] = [];

function engine(worker: URL, documentsPerWorker?: number): DocumentEngine {
  const created = createDocumentEngine({
    worker,
    fonts,
    ...(documentsPerWorker === undefined ? {} : { documentsPerWorker }),
  });
  open.push(created);
  return created;
}

const real = (documentsPerWorker?: number): DocumentEngine =>
  engine(new URL('../../../main/documents/worker.ts', import.meta.url), documentsPerWorker);
const failing = (documentsPerWorker?: number): DocumentEngine =>
  engine(new URL('../../support/failing-document-worker.ts', import.meta.url), documentsPerWorker);
const titled = (title: string): DocumentData => ({ ...SAMPLE_INVOICE, title });

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

describe('with the typesetter', () => {
  it('sets in its thread what would be set here', async () => {
    const documents = real();
    const here = createRenderer(fonts);
    const [first, second, pages] = await Promise.all([
      documents.pdf(SAMPLE_INVOICE),
      documents.pdf(SAMPLE_RECEIPT),
      documents.svg(SAMPLE_RECEIPT),
    ]);
    expect(Buffer.compare(first, here.pdf(SAMPLE_INVOICE))).toBe(0);
    expect(Buffer.compare(second, here.pdf(SAMPLE_RECEIPT))).toBe(0);
    expect(pages).toEqual(here.svg(SAMPLE_RECEIPT));
  });

  it('refuses a picture that is none, and goes on', async () => {
    const documents = real();
    const logo = { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) } as const;
    await expect(documents.pdf({ ...SAMPLE_INVOICE, logo })).rejects.toThrow(DocumentError);
    expect((await documents.pdf(SAMPLE_INVOICE)).length).toBeGreaterThan(1000);
  });

  it('gives the same bytes from the next thread', async () => {
    const documents = real(1);
    const first = await documents.pdf(SAMPLE_INVOICE);
    expect(Buffer.compare(await documents.pdf(SAMPLE_INVOICE), first)).toBe(0);
  });
});

describe('when the thread fails', () => {
  it.each(['exit', 'throw'])('only the document that was with it is lost (%s)', async (how) => {
    const documents = failing();
    const [before, lost, after] = await Promise.allSettled([
      documents.svg(titled('a')),
      documents.svg(titled(how)),
      documents.svg(titled('b')),
    ]);
    expect(before.status).toBe('fulfilled');
    expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(DocumentError) });
    expect(after.status).toBe('fulfilled');
  });

  it('says what it was told of the reason', async () => {
    await expect(failing().svg(titled('refuse'))).rejects.toThrow('as told');
  });

  it('does not take one kind of answer for another', async () => {
    await expect(failing().pdf(titled('a'))).rejects.toThrow(DocumentError);
  });
});

it('the thread is replaced after the documents it may set', async () => {
  const documents = failing(2);
  const threads: string[] = [];
  for (const title of ['a', 'b', 'c', 'd', 'e']) threads.push(...(await documents.svg(titled(title))));
  const [a, b, c, d, e] = threads;
  expect(a).toBe(b);
  expect(c).toBe(d);
  expect(new Set([a, c, e]).size).toBe(3);
});

it('closing refuses what waits and what comes', async () => {
  const documents = failing();
  const waiting = Promise.allSettled([documents.svg(titled('silence')), documents.svg(titled('a'))]);
  await documents.close();
  for (const outcome of await waiting) expect(outcome.status).toBe('rejected');
  await expect(documents.svg(titled('a'))).rejects.toThrow('closed');
  await documents.close();
});
