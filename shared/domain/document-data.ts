// What a printed document says, as plain words and figures: everything formatted before it gets here, so that the template decides layout only.

/** A name and its address as lines, in the order they are printed. */
export interface PartyBlock {
  readonly name: string;
  readonly lines: readonly string[];
  /** Label and value, such as "VAT ID", "DE123456789". */
  readonly identifiers: readonly LabelledValue[];
}

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

export interface DocumentLine {
  readonly description: string;
  /** Smaller text below the description: a service period or a discount. */
  readonly note: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly amount: string;
}

export interface TotalRow extends LabelledValue {
  readonly weight: 'normal' | 'strong';
}

/** A table with columns of its own: a statement of account has one for each currency. */
export interface DocumentTable {
  /** Above it; null where it is the only one. */
  readonly title: string | null;
  readonly columns: readonly { readonly head: string; readonly kind: 'text' | 'day' | 'figure' }[];
  /** As many cells as there are columns; empty where there is nothing to say. */
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly TotalRow[];
}

export interface DocumentData {
  readonly kind: 'invoice' | 'receipt' | 'credit-note' | 'statement';
  /** Words of the document in its own language: heads, "page x of y", and so on. */
  readonly words: DocumentWords;
  /** BCP 47; decides hyphenation, shaping and direction. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly pageSize: 'a4' | 'letter';
  /** `#rrggbb`. */
  readonly accent: string;
  readonly logo: {
    readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
    readonly bytes: Uint8Array;
  } | null;
  readonly seller: PartyBlock;
  readonly buyer: PartyBlock;
  readonly title: string;
  /** Number, dates, terms, PO number, custom fields: in printing order. */
  readonly facts: readonly LabelledValue[];
  readonly lines: readonly DocumentLine[];
  /** Of a statement; others have lines. */
  readonly tables: readonly DocumentTable[];
  readonly totals: readonly TotalRow[];
  /** The one figure a reader looks for, such as "Amount due", "1,190.00 EUR". */
  readonly headline: LabelledValue & { readonly detail: string | null };
  /** Payments and refunds on a receipt. */
  readonly settlements: readonly LabelledValue[];
  readonly memo: string | null;
  readonly footer: string | null;
  readonly paymentLink: { readonly label: string; readonly address: string } | null;
  /** Large marks: the word is already in the document's language. TEST and DRAFT stand across the page, PAID and VOID as a stamp. */
  readonly marks: readonly {
    readonly kind: 'test' | 'draft' | 'paid' | 'void' | 'sample';
    readonly text: string;
  }[];
  /** ISO instant written into the PDF as its creation time; fixed per document, so that bytes repeat. */
  readonly issuedAt: string;
  /** PDF metadata. */
  readonly author: string;
}

export interface DocumentWords {
  readonly from: string;
  readonly billTo: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly amount: string;
  /** With the placeholders `{page}` and `{pages}`. */
  readonly pageOf: string;
  readonly payOnline: string;
  readonly payments: string;
}
