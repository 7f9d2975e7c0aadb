import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '../../../main/documents/document-error.ts';
import { FONT_FILES } from '../../../main/documents/fonts.ts';
import { createRenderer } from '../../../main/documents/typst-renderer.ts';
import type { DocumentData } from '../../../shared/domain/document-data.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { SCRIPT_PAYLOADS } from '../../support/script-payloads.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { LANGUAGE_SAMPLES } from '../../support/sample-document-languages.ts';
import { STATEMENTS } from '../../support/sample-statements.ts';
import * as samples from '../../support/sample-document.ts';

const ALL: readonly (readonly [string, DocumentData])[] = Object.entries({
  ...samples.SAMPLES,
  ...LANGUAGE_SAMPLES,
  ...STATEMENTS,
});
const renderer = createRenderer({ kind: 'packages', nodeModules: resolve('node_modules') });

/** Text without the spaces and line ends that layout decides. */
const squeezed = (text: string): string => text.replace(/[\s\u00A0\u200B\u200E\u200F]+/gu, '');
const textOf = (document: DocumentData): string => squeezed(readPdf(renderer.pdf(document)).pages.join(''));

describe.each(ALL)('%s', (_name, document) => {
  const bytes = renderer.pdf(document);
  const pdf = readPdf(bytes);

  it('gives the same bytes again, also from another compiler', () => {
    const other = createRenderer({ kind: 'packages', nodeModules: resolve('node_modules') });
    expect(Buffer.compare(renderer.pdf(document), bytes)).toBe(0);
    expect(Buffer.compare(other.pdf(document), bytes)).toBe(0);
  });

  it('is tagged, in its language, with its title, author and date', () => {
    expect(pdf.structure).toContain('/Marked true');
    expect(pdf.structure).toContain('/S /H1');
    expect(pdf.structure).toContain(`/Lang (${document.language})`);
    expect(pdf.metadata).toContain(`<rdf:li xml:lang="x-default">${document.title}`);
    expect(pdf.metadata).toContain('<xmp:CreateDate>2026-11-23T09:30:00Z</xmp:CreateDate>');
  });

  it('is set in our own fonts and no others', () => {
    const used = [...pdf.structure.matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z]+)-/g)].map((match) => match[1]);
    const ours = FONT_FILES.map((font) => font.family.replaceAll(' ', ''));
    expect(used.length).toBeGreaterThan(0);
    for (const family of used) expect(ours).toContain(family);
  });

  it('counts its pages on every page', () => {
    const count = String(pdf.pages.length);
    pdf.pages.forEach((text, index) => {
      const place = document.words.pageOf.replace('{page}', String(index + 1)).replace('{pages}', count);
      // Right-to-left words are drawn from their end, so only the figure is looked for there.
      const rtl = document.direction === 'rtl';
      expect(squeezed(text).slice(rtl ? -20 : 0)).toContain(rtl ? count : squeezed(place));
    });
  });

  it('has the same pages as SVG, each whole in itself', () => {
    const pages = renderer.svg(document);
    expect(pages).toHaveLength(pdf.pages.length);
    for (const page of pages) {
      const used = new Set([...page.matchAll(/xlink:href="#([^"]+)"/g)].map((match) => match[1] ?? ''));
      const missing = [...used].filter((id) => !page.includes(`<symbol id="${id}"`));
      expect(missing).toEqual([]);
      expect(used.size).toBeGreaterThan(5);
      const outside = [...page.matchAll(/(?:href|src)="(?!#|data:)([^"]*)"/g)].map((match) => match[1]);
      expect(outside.filter((address) => address !== document.paymentLink?.address)).toEqual([]);
    }
  });
});

describe('a statement of account', () => {
  it.each(Object.entries(STATEMENTS).filter(([, { direction }]) => direction === 'ltr'))(
    '%s has every cell of every table, and what each comes to',
    (_name, document) => {
      const text = textOf(document);
      const cells = document.tables.flatMap(({ rows, totals }) => [
        ...rows.flat(),
        ...totals.flatMap(({ label, value }) => [label, value]),
      ]);
      for (const cell of [...cells, document.headline.value]) expect(text).toContain(squeezed(cell));
    },
  );

  it('repeats the heads of its columns on every page of the table, and names the currency where it has two', () => {
    const { pages } = readPdf(renderer.pdf(STATEMENTS['OPEN_ITEMS_OF_PAGES'] ?? samples.SAMPLE_INVOICE));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(squeezed(page)).toContain('Rechnungsnummer');
    const text = squeezed(pages.join(''));
    expect(text).toContain('EUR');
    expect(text).toContain('GBP');
    expect(textOf(STATEMENTS['OPEN_ITEMS'] ?? samples.SAMPLE_INVOICE)).not.toContain('GBP');
  });
});

describe('what is printed', () => {
  it('has every fact, line and total of an invoice', () => {
    const text = textOf(samples.SAMPLE_INVOICE);
    const { seller, buyer, facts, lines, totals, memo, footer } = samples.SAMPLE_INVOICE;
    const expected = [
      ...[seller, buyer].flatMap((party) => [
        party.name,
        ...party.lines,
        ...party.identifiers.map((pair) => pair.value),
      ]),
      ...facts.flatMap((fact) => [fact.label, fact.value]),
      ...lines.flatMap((line) => [
        line.description,
        line.note ?? '',
        line.quantity,
        line.unitPrice,
        line.tax,
        line.amount,
      ]),
      ...totals.flatMap((row) => [row.label, row.value]),
      memo ?? '',
      footer ?? '',
    ];
    for (const part of expected) expect(text).toContain(squeezed(part));
  });

  it('repeats the heads of the table on every page that has lines', () => {
    const pages = readPdf(renderer.pdf(samples.SAMPLE_LONG)).pages;
    const withLines = pages.filter((text) => text.includes('Oat milk'));
    expect(withLines.length).toBeGreaterThan(2);
    for (const text of withLines) expect(squeezed(text)).toContain('QtyUnitpriceTaxAmount');
  });

  it('links to the payment page, and names the link for those who cannot see the code', () => {
    const { structure } = readPdf(renderer.pdf(samples.SAMPLE_INVOICE));
    expect(structure).toContain(`/URI (${samples.SAMPLE_INVOICE.paymentLink?.address})`);
    expect(structure).toContain(`/Alt (${samples.SAMPLE_INVOICE.paymentLink?.address})`);
    expect(readPdf(renderer.pdf({ ...samples.SAMPLE_INVOICE, paymentLink: null })).structure).not.toContain(
      '/URI',
    );
  });

  it('shows the payments of a receipt, and its stamp', () => {
    const text = textOf(samples.SAMPLE_RECEIPT);
    for (const row of samples.SAMPLE_RECEIPT.settlements)
      expect(text).toContain(squeezed(row.label + row.value));
    expect(text).toContain('PAID');
  });

  it('puts words across every page', () => {
    const pages = readPdf(
      renderer.pdf({ ...samples.SAMPLE_LONG, marks: [{ kind: 'test', text: 'TEST' }] }),
    ).pages;
    for (const text of pages) expect(text).toContain('TEST');
  });

  it('uses the paper that is asked for', () => {
    const { structure } = readPdf(renderer.pdf(samples.SAMPLE_CREDIT_NOTE));
    expect(structure).toContain('/MediaBox [0 0 612 792]');
    expect(readPdf(renderer.pdf(samples.SAMPLE_INVOICE)).structure).toContain(
      '/MediaBox [0 0 595.2756 841.8898]',
    );
  });

  it('leaves out the columns in which no line has anything', () => {
    expect(textOf(samples.SAMPLE_STATEMENT)).not.toContain('Unitprice');
  });

  it('copies an address as it reads, however it was broken', () => {
    const address = 'a.very.long.address.of.a.person@accounts.receivable.subsidiary.example.com';
    const page = readPdf(renderer.pdf(samples.SAMPLE_EXTREME)).pages[0] ?? '';
    expect(page).not.toContain('\u200B');
    expect(page.replaceAll('\n', '')).toContain(address);
  });
});

describe('text of others', () => {
  it.each([...HOSTILE_TEXTS, ...SCRIPT_PAYLOADS])('is printed as it stands: %s', (payload) => {
    const { buyer, lines } = samples.SAMPLE_INVOICE;
    const document: DocumentData = {
      ...samples.SAMPLE_INVOICE,
      title: payload,
      buyer: { ...buyer, name: payload, lines: [payload] },
      lines: lines.map((line) => ({ ...line, description: payload, note: payload })),
      memo: payload,
      footer: payload,
      marks: [{ kind: 'test', text: payload }],
    };
    const pdf = readPdf(renderer.pdf(document));
    const text = squeezed(pdf.pages.join(''));
    expect(pdf.pages).toHaveLength(1);
    // Title, name, address, three lines with notes, memo, footer, running foot and mark.
    expect(text.split(squeezed(payload)).length - 1).toBeGreaterThanOrEqual(11);
    expect(renderer.svg(document).filter((page) => /<script|onload|onerror/.test(page))).toEqual([]);
  });

  it('may be one word without end', () => {
    const memo = 'x'.repeat(50_000);
    const pages = readPdf(renderer.pdf({ ...samples.SAMPLE_INVOICE, memo, title: 'y'.repeat(500) })).pages;
    expect(squeezed(pages.join(''))).toContain('x'.repeat(1000));
    expect(pages.length).toBeGreaterThan(2);
  });

  it('may hold lone surrogates, controls and marks that turn the direction', () => {
    const text = textOf({ ...samples.SAMPLE_INVOICE, memo: 'a\uD800b\u0000c\u0007d\u202Ee\uFFFFf' });
    expect(text).toMatch(/a.?bcdef/u);
  });
});

describe('what cannot be set', () => {
  it('is refused without a word of the document', () => {
    const logo = { mediaType: 'image/png', bytes: new TextEncoder().encode('no picture') } as const;
    const attempt = (): unknown => renderer.pdf({ ...samples.SAMPLE_INVOICE, logo });
    expect(attempt).toThrow(DocumentError);
    expect(attempt).not.toThrow(/Northlight|Halden/);
  });

  it('does not spoil the next document', () => {
    expect(textOf({ ...samples.SAMPLE_INVOICE, logo: samples.SAMPLE_LOGO })).toContain('Halden');
  });
});
