// The PDF behind the address of an invoice or a credit note: plain, but a real file with its own figures.
import type { World } from './world/world.ts';

/** `path` as in the address, with its query; null when nothing has it. */
export function hostedPdf(world: World, path: string): Uint8Array | null {
  for (const invoice of world.table('invoice').newestFirst()) {
    if (typeof invoice.invoice_pdf === 'string' && pathOf(invoice.invoice_pdf) === path)
      return drawn([`Invoice ${invoice.number ?? ''}`, totalOf(invoice), invoice.id]);
  }
  for (const note of world.table('credit_note').newestFirst()) {
    if (pathOf(note.pdf) === path) return drawn([`Credit note ${note.number}`, totalOf(note), note.id]);
  }
  return null;
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

function totalOf({ total, currency }: { readonly total: number; readonly currency: string }): string {
  return `Total ${total} ${currency.toUpperCase()} (minor units)`;
}

function drawn(lines: readonly string[]): Uint8Array {
  const text = lines
    .map((line, index) => `BT /F1 14 Tf 72 ${740 - index * 24} Td (${escaped(line)}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return Buffer.from(assembled(objects), 'latin1');
}

function assembled(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  return `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

function escaped(text: string): string {
  return text.replace(/[^ -~]/g, '?').replace(/[()\\]/g, (sign) => `\\${sign}`);
}
