// What a finished file is made of, for whoever produces one and whoever writes it.

/** Whole content, or its parts in order, which need not all be in memory at once. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/** Reads what was written at a path, before it gets its name; rejects where it is not as it should be. */
export type FileCheck = (path: string) => Promise<void>;
