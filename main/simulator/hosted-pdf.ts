// The PDF behind an invoice's `invoice_pdf` address: plain, but a real file with the invoice's own figures.
import type { Invoice } from './world/records.ts';
import type { World } from './world/world.ts';

/** `path` as in the address, with its query; null when no invoice has it. */
export function hostedPdf(world: World, path: string): Uint8Array | null {
  for (const invoice of world.table('invoice').newestFirst()) {
    if (typeof invoice.invoice_pdf === 'string' && pathOf(invoice.invoice_pdf) === path)
      return drawn(invoice);
  }
  return null;
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

function drawn(invoice: Invoice): Uint8Array {
  const lines = [
    `Invoice ${invoice.number ?? ''}`,
    `Total ${invoice.total} ${invoice.currency.toUpperCase()} (minor units)`,
    invoice.id,
  ];
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
