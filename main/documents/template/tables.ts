// Template, part 4: tables with columns of their own, which a statement of account has in place of lines.

export const TABLES = String.raw`
#import "/theme.typ": *
#import "/closing.typ": total-row

#let most = (day: 34mm, figure: 38mm)

#let tables-cell(kind, value) = if kind == "text" { block(breakable: false, text(weight: 500, value)) } else {
  figures(at-most(most.at(kind), value))
}

#let tables-head(column) = caption(if column.kind == "text" { column.head } else {
  at-most(most.at(column.kind), column.head)
})

#let table-of(given) = {
  if given.title != none { block(above: 9mm, below: 4mm, sticky: true, heavy(given.title)) }
  table(
    columns: given.columns.map(column => if column.kind == "text" { 1fr } else { auto }),
    align: (x, y) => if given.columns.at(x).kind == "figure" { end + top } else { start + top },
    inset: (x, y) => (
      top: if y == 0 { 0pt } else { 6pt },
      bottom: 6pt,
      ..side-start(if x == 0 { 0pt } else { 12pt }),
    ),
    stroke: (x, y) => if y == 0 { (bottom: rule) } else { (bottom: hair) },
    table.header(..given.columns.map(tables-head)),
    ..given.rows.map(row => given.columns.zip(row).map(((column, value)) => tables-cell(column.kind, value))).flatten(),
  )
  v(4mm, weak: true)
  block(breakable: false, width: 100%, halves(none, for (index, row) in given.totals.enumerate() {
    total-row(row, first: index == 0)
  }))
}

#let tables = for given in data.tables { table-of(given) }
`;
