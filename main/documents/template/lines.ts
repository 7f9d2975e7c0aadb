// Template, part 3: the table of lines, its heads repeated on every page.

export const LINES = String.raw`
#import "/theme.typ": *

#let columns = (
  (key: "description", head: data.words.description, width: 1fr, most: none),
  (key: "quantity", head: data.words.quantity, width: auto, most: 24mm),
  (key: "unitPrice", head: data.words.unitPrice, width: auto, most: 34mm),
  (key: "tax", head: data.words.tax, width: auto, most: 28mm),
  (key: "amount", head: data.words.amount, width: auto, most: 38mm),
).filter(column => data.columns.contains(column.key))

#let description-cell(line) = block(breakable: line.breakable, {
  text(weight: 500, line.description)
  if line.note != none {
    linebreak()
    text(size: 8pt, fill: soft, line.note)
  }
})

#let cell(column, line) = if column.key == "description" { description-cell(line) } else {
  amount(at-most(column.most, line.at(column.key)))
}

#let lines = if data.lines.len() > 0 {
  table(
    columns: columns.map(column => column.width),
    align: (x, y) => if x == 0 { start + top } else { end + top },
    inset: (x, y) => (
      top: if y == 0 { 0pt } else { 7.5pt },
      bottom: if y == 0 { 6pt } else { 7.5pt },
      ..side-start(if x == 0 { 0pt } else { 12pt }),
    ),
    stroke: (x, y) => if y == 0 { (bottom: rule) } else { (bottom: hair) },
    table.header(..columns.map(column => caption(if column.most == none { column.head } else {
      at-most(column.most, column.head)
    }))),
    ..data.lines.map(line => columns.map(column => cell(column, line))).flatten(),
  )
}
`;
