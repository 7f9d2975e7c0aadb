// Template, part 1: the sizes, colours and small pieces that every other part sets its text with.

/** The layout stands on four columns of equal width; `side-start` turns the logical side into a physical one for right-to-left pages. */
export const THEME = String.raw`
#let data = json("/document.json")
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
#let at-most(width, value) = if value.clusters().len() <= 12 { value } else {
  context {
    if measure(value).width <= width { value } else { block(width: width, value) }
  }
}
`;
