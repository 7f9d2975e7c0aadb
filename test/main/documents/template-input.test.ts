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
      { kind: 'draft', text: 'Draft' },
    ];
    expect(read({ ...SAMPLE_INVOICE, marks })).toMatchObject({
      across: 'TEST · DRAFT',
      stamps: [{ kind: 'paid', text: 'PAID' }],
    });
  });

  it('writes marks in the capitals of the language', () => {
    const marks: DocumentData['marks'] = [{ kind: 'test', text: 'Δοκιμή' }];
    expect(read({ ...SAMPLE_INVOICE, language: 'el-GR', marks })).toMatchObject({ across: 'ΔΟΚΙΜΗ' });
  });

  it('names only the columns that have something in them', () => {
    const lines = SAMPLE_INVOICE.lines.map((line) => ({ ...line, quantity: ' ', tax: '' }));
    expect(read({ ...SAMPLE_INVOICE, lines })).toMatchObject({
      columns: ['description', 'unitPrice', 'amount'],
    });
  });

  it.each([
    [1, 4],
    [3, 3],
    [4, 4],
    [5, 3],
    [6, 3],
    [7, 4],
    [8, 4],
    [9, 3],
  ])('stands %i facts in %i columns', (count, factColumns) => {
    const facts = Array.from({ length: count }, () => ({ label: 'PO', value: '1' }));
    expect(read({ ...SAMPLE_INVOICE, facts })).toMatchObject({ factColumns });
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
