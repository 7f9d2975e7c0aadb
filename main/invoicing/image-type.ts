// What kind of picture some bytes are, told by the bytes themselves.

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG = [0xff, 0xd8, 0xff];
const JPEG_END = [0xff, 0xd9];

/** Null for anything but a PNG or JPEG that is complete. */
export function sniffImage(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  if (starts(bytes, PNG) && ends(bytes, PNG_END)) return 'image/png';
  return starts(bytes, JPEG) && ends(bytes, JPEG_END) ? 'image/jpeg' : null;
}

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function ends(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[bytes.length - signature.length + index] === byte);
}
