// What kind of file some bytes are, told by the bytes themselves: the bank must be able to open it.
import type { EvidenceKind } from '../../../shared/domain/evidence.ts';
import { sniffImage } from '../image-type.ts';

/** A whole PDF says so near its end; some programs write a little after that. */
const PDF_TAIL_BYTES = 4096;

/** Null for anything but a PDF, PNG or JPEG that is complete. */
export function evidenceKind(bytes: Uint8Array): EvidenceKind | null {
  return isPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    ? 'application/pdf'
    : sniffImage(bytes);
}

function isPdf(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
    bytes.subarray(Math.max(0, bytes.length - PDF_TAIL_BYTES)).includes('%%EOF')
  );
}
