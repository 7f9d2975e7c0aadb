// The one error by which the document engine says that a document could not be set.

/** The message holds nothing of the document's content. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}
