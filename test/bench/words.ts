// Deterministic words and numbers for the books of the benchmark.

/** A small fast generator of numbers in [0, 1): the same seed gives the same books. */
export function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST =
  'Alder Birch Cedar Dune Ember Fjord Gale Harbor Iris Juniper Kestrel Lark Maple Nimbus Orchard Pine Quarry Ridge Sable Tern Umber Vale Willow Yarrow Zephyr'.split(
    ' ',
  );
const SECOND =
  'Analytics Bakery Ceramics Dental Electric Foods Glass Hotels Imaging Joinery Kitchens Logistics Marine Nursery Optics Plumbing Roofing Studio Textiles Vineyards'.split(
    ' ',
  );
const FORM = 'GmbH Ltd Inc SARL BV AB Oy SpA'.split(' ');
const WORK =
  'consulting design workshop hosting maintenance support licence development integration review audit training translation photography delivery installation engineering printing'.split(
    ' ',
  );

export function companyName(random: () => number): string {
  return `${pick(FIRST, random)} ${pick(SECOND, random)} ${pick(FORM, random)}`;
}

export function lineText(random: () => number): string {
  return `${pick(WORK, random)} and ${pick(WORK, random)}, week ${Math.floor(random() * 52) + 1}`;
}

export function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}
