// Template, part 1: the sizes, colours and small pieces that every other part sets its text with.

/** The layout stands on four columns of equal width; `side-start` turns the logical side into a physical one for right-to-left pages. */
export const THEME = String.raw`
// Where a long word may break, an empty box stands for the mark: it leaves nothing behind in text that is copied.
#let soften(value) = if type(value) == str {
  if value.contains("\u{200B}") { value.split("\u{200B}").join(box()) } else { value }
} else if type(value) == array { value.map(soften) } else if type(value) == dictionary {
  value.pairs().map(((key, part)) => (key, soften(part))).to-dict()
} else { value }
#let data = soften(json("/document.json"))

// A text with places to break is always long enough to count as long.
#let is-longer(value, count) = type(value) != str or value.clusters().len() > count

#let mirrored = data.direction == "rtl"
#let accent = rgb(data.accent)
#let on-accent = rgb(data.onAccent)
#let ink = rgb("#16191f")
#let soft = rgb("#626b78")
#let line-color = rgb("#dde1e7")
#let hair = 0.5pt + line-color
#let rule = 1pt + accent
#let gutter = 7mm

#let caption(body) = text(size: 7.5pt, fill: soft, weight: 500, body)
#let figures(body) = text(number-width: "tabular", body)
// An amount stays in one piece: its half must not be taken for the whole.
#let amount(body) = box(figures(body))
#let heavy(body) = text(weight: 600, body)
#let lines-of(texts) = texts.map(part => [#part]).join(linebreak())
#let side-start(width) = if mirrored { (right: width) } else { (left: width) }

// Four columns of the page; what is given spans two, one after the other.
#let halves(first, second) = grid(columns: (1fr, 1fr), column-gutter: gutter, first, second)

// As wide as its text, but never wider than its share: a very long word in one column must not starve the others.
#let at-most(width, value) = if not is-longer(value, 12) { value } else {
  context {
    if measure(value).width <= width { value } else { block(width: width, value) }
  }
}
`;
