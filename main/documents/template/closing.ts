// Template, part 5: what stands below the lines: totals, payments, the note and the small print at the foot of the last page.

export const CLOSING = String.raw`
#import "/theme.typ": *

#let total-row(row, first: false) = {
  let strong = row.weight == "strong"
  block(
    width: 100%,
    above: if strong and not first { 3pt } else { 0pt },
    below: 0pt,
    breakable: false,
    inset: (top: if strong { 7pt } else { 4.2pt }, bottom: if strong { 7pt } else { 4.2pt }),
    stroke: if strong and not first { (top: hair) } else { none },
    {
      set text(size: 10.5pt, weight: 600) if strong
      grid(
        columns: (1fr, auto),
        column-gutter: 5mm,
        align: (start + top, end + top),
        if strong { row.label } else { text(fill: soft, row.label) },
        amount(row.value),
      )
    },
  )
}

#let settlements = if data.settlements.len() > 0 {
  v(5mm, weak: true)
  block(below: 1mm, caption(data.words.payments))
  for row in data.settlements { total-row((..row, weight: "normal")) }
}

#let sums = {
  block(breakable: data.totals.len() > 20, for (index, row) in data.totals.enumerate() {
    total-row(row, first: index == 0)
  })
  settlements
}

#let memo = if data.memo == none { none } else { lines-of(data.memo) }

#let small-print = if data.footer == none { none } else {
  v(1fr)
  block(
    width: 100%,
    above: 10mm,
    stroke: (top: hair),
    inset: (top: 4mm),
    text(size: 8pt, fill: soft, lines-of(data.footer)),
  )
}

#let closing = {
  v(4mm, weak: true)
  halves(if data.memoBeside { block(inset: (top: 4.2pt), memo) } else { none }, sums)
  if memo != none and not data.memoBeside {
    v(9mm, weak: true)
    block(width: 82%, memo)
  }
  small-print
}
`;
