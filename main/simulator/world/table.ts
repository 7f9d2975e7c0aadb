// One kind of object in the order in which it came: found by id, walked from the newest or the oldest.

export class Table<R extends { readonly id: string }> {
  readonly #rows = new Map<string, { readonly position: number; readonly record: R }>();
  #order: (string | null)[] = [];
  #compactions = 0;
  /** Before it there are only gaps. */
  #first = 0;

  get(id: string): R | undefined {
    return this.#rows.get(id)?.record;
  }

  get size(): number {
    return this.#rows.size;
  }

  put(record: R): void {
    const position = this.#rows.get(record.id)?.position ?? this.#order.length;
    this.#order[position] = record.id;
    this.#rows.set(record.id, { position, record });
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#order[row.position] = null;
    this.#rows.delete(id);
    while (this.#first < this.#order.length && this.#order[this.#first] === null) this.#first += 1;
    if (this.#order.length > 64 && this.#rows.size * 2 < this.#order.length) this.#compact();
  }

  /** Takes a record out and returns what puts it back in its place; the place is lost when the table closes its gaps. */
  take(id: string): () => void {
    const row = this.#rows.get(id);
    const compactions = this.#compactions;
    this.remove(id);
    return () => {
      if (row === undefined) return;
      if (compactions === this.#compactions) {
        this.#order[row.position] = id;
        this.#first = Math.min(this.#first, row.position);
        this.#rows.set(id, row);
      }
      this.put(row.record);
    };
  }

  /** From the newest, or from the one before `id`. */
  *newestFirst(id?: string): Generator<R> {
    const start = id === undefined ? this.#order.length : (this.#rows.get(id)?.position ?? 0);
    for (let position = start - 1; position >= this.#first; position -= 1) {
      const row = this.#rows.get(this.#order[position] ?? '');
      if (row !== undefined) yield row.record;
    }
  }

  /** From the oldest, or from the one after `id`. */
  *oldestFirst(id?: string): Generator<R> {
    const start = id === undefined ? this.#first : (this.#rows.get(id)?.position ?? this.#order.length) + 1;
    for (let position = start; position < this.#order.length; position += 1) {
      const row = this.#rows.get(this.#order[position] ?? '');
      if (row !== undefined) yield row.record;
    }
  }

  #compact(): void {
    this.#compactions += 1;
    this.#first = 0;
    const records = [...this.oldestFirst()];
    this.#order = records.map((record) => record.id);
    for (const [position, record] of records.entries()) this.#rows.set(record.id, { position, record });
  }
}
