// Bytes through a transformation of Node's, read as they come.
import { pipeline, type Readable, type Transform } from 'node:stream';

/** No more is read than is taken. An error of either goes to the reader; a reader who leaves ends both. */
export async function* piped(from: Readable, through: Transform): AsyncGenerator<Uint8Array> {
  // The error destroys the transformation, and comes out of the loop below.
  pipeline(from, through, () => undefined);
  for await (const part of through) yield part;
}
