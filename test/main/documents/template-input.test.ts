import { describe, expect, it } from 'vitest';
import { DocumentError } from '../../../main/documents/document-error.ts';
import { templateInput } from '../../../main/documents/template-input.ts';
import type { DocumentData } from '../../../shared/domain/document-data.ts';
import { SAMPLE_INVOICE } from '../../support/sample-document.ts';

const read = (document: DocumentData): unknown => JSON.parse(templateInput(document).json);

describe('templateInput', () => {
  it.each([
    'http://pay.example',
    ['javascript', 'alert(1)'].join(':'),
    'file:///etc/passwd',
    'data:text/html,x',
    'no address',
    '',
  ])('refuses to link to "%s"', (address) => {
    const document = { ...SAMPLE_INVOICE, paymentLink: { label: 'Pay', address } };
    expect(() => templateInput(document)).toThrow(DocumentError);
  });

  it('keeps stamps and words across the page apart', () => {
    const marks: DocumentData['marks'] = [
      { kind: 'test', text: 'TEST' },
      { kind: 'paid', text: 'PAID' },
      { kind: 'draft', text: 'DRAFT' },
    ];
    expect(read({ ...SAMPLE_INVOICE, marks })).toMatchObject({
      across: 'TEST · DRAFT',
      stamps: [{ kind: 'paid', text: 'PAID' }],
    });
  });

  it('names only the columns that have something in them', () => {
    const lines = SAMPLE_INVOICE.lines.map((line) => ({ ...line, quantity: ' ', tax: '' }));
    expect(read({ ...SAMPLE_INVOICE, lines })).toMatchObject({
      columns: ['description', 'unitPrice', 'amount'],
    });
  });

  it('treats blank texts as none', () => {
    const document = { ...SAMPLE_INVOICE, memo: ' \n ', footer: '' };
    expect(read(document)).toMatchObject({ memo: null, footer: null, memoBeside: false });
  });

  it('gives the date in UTC, and language and region apart', () => {
    expect(read({ ...SAMPLE_INVOICE, language: 'pt-BR' })).toMatchObject({
      lang: 'pt',
      region: 'BR',
      issuedAt: { year: 2026, month: 11, day: 23, hour: 9, minute: 30, second: 0 },
    });
  });

  it('asks for large fonts only when there is text for them', () => {
    expect(templateInput(SAMPLE_INVOICE).fontGroups).toEqual(['base']);
    expect(templateInput({ ...SAMPLE_INVOICE, memo: 'धन्यवाद' }).fontGroups).toEqual(['base', 'devanagari']);
  });
});
