// Template, part 2: what stands above the lines: letterhead, title, parties, facts and the one figure a reader looks for.

export const OPENING = String.raw`
#import "/theme.typ": *

#let letterhead = if data.logo == none {
  text(size: 13pt, weight: 600, data.seller.name)
} else {
  context {
    let logo = image(data.logo, height: 13mm, alt: data.sellerName)
    let widest = 68mm
    if measure(logo).width <= widest { logo } else { image(data.logo, width: widest, alt: data.sellerName) }
  }
}

#let title = heading(level: 1, outlined: false, data.title)

#let party(label, block-data) = {
  block(below: 2.2mm, caption(label))
  if block-data.name != "" { block(below: 1.7mm, heavy(block-data.name)) }
  let identifiers = block-data.identifiers.map(pair => [#text(fill: soft, pair.label)#h(0.6em)#figures(pair.value)])
  let body = block-data.lines.map(part => [#part]) + identifiers
  if body.len() > 0 { block(body.join(linebreak())) }
}

#let facts = grid(
  columns: (1fr,) * data.factColumns,
  column-gutter: gutter,
  row-gutter: 4.5mm,
  ..data.facts.map(fact => {
    block(below: 1.7mm, caption(fact.label))
    figures(text(weight: 500, fact.value))
  }),
)

#let stamp(mark) = {
  let color = if mark.kind == "paid" { rgb("#15803d") } else { rgb("#b42318") }
  rotate(if mirrored { 7deg } else { -7deg }, reflow: true, box(
    stroke: 1.5pt + color,
    radius: 3.5pt,
    inset: (x: 10pt, y: 6.5pt),
    text(size: 15pt, weight: 600, tracking: if mirrored { 0pt } else { 0.09em }, fill: color, mark.text),
  ))
}

#let pay-button = if data.paymentLink == none { none } else {
  link(data.paymentLink.address, box(
    fill: accent,
    radius: 4pt,
    inset: (x: 13pt, y: 8.5pt),
    text(size: 9.5pt, weight: 600, fill: on-accent, data.paymentLink.label),
  ))
}

#let pay-code = if data.paymentCode == none { none } else {
  image(data.paymentCode, width: 19mm, alt: data.paymentLink.address)
}

#let headline = {
  let figure = {
    block(below: 2.8mm, caption(data.headline.label))
    let size = if is-longer(data.headline.value, 24) { 15pt } else { 22pt }
    block(below: 3mm, amount(text(size: size, weight: 600, tracking: -0.018em, data.headline.value)))
    if data.headline.detail != none { text(fill: soft, data.headline.detail) }
  }
  let beside = (..data.stamps.map(stamp), pay-button, pay-code).filter(part => part != none)
  let beside-figure = columns => grid(
    columns: columns,
    column-gutter: gutter,
    align: (start + horizon,) + (end + horizon,) * beside.len(),
    ..if columns.len() > beside.len() { (figure,) },
    ..beside,
  )
  if beside.len() == 0 {
    figure
  } else if is-longer(data.headline.value, 24) {
    figure
    v(5mm, weak: true)
    beside-figure((auto,) * beside.len())
  } else {
    beside-figure((1fr,) + (auto,) * beside.len())
  }
}

#let opening = {
  grid(
    columns: if is-longer(data.title, 24) { (1fr, 1fr) } else { (1fr, auto) },
    column-gutter: gutter,
    align: (start + horizon, end + horizon),
    letterhead,
    title,
  )
  v(11mm, weak: true)
  halves(party(data.words.from, data.seller), party(data.words.billTo, data.buyer))
  if data.facts.len() > 0 {
    v(8mm, weak: true)
    block(width: 100%, stroke: (top: hair, bottom: hair), inset: (y: 4.5mm), facts)
  }
  v(8mm, weak: true)
  block(breakable: false, headline)
  v(9mm, weak: true)
}
`;
