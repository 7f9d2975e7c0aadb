// What tests use of jsdom beside its place as their page: it brings no types of its own.
declare module 'jsdom' {
  export class JSDOM {
    /** Throws when `text` is XML by its content type and not well-formed. */
    constructor(text: string, options: { readonly contentType: string });
    readonly window: { readonly document: Document };
  }
}
