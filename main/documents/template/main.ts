// Template, part 6: the page itself: paper, metadata, running foot and the words that stand across it.

export const MAIN = String.raw`
#import "/theme.typ": *
#import "/opening.typ": opening
#import "/lines.typ": lines
#import "/closing.typ": closing
#import "/tables.typ": tables

#set document(
  title: data.documentTitle,
  author: data.author,
  date: datetime(..data.issuedAt),
)

#let running-foot = context {
  let place = data.words.pageOf.replace("{page}", str(here().page())).replace("{pages}", str(counter(page).final().first()))
  set text(size: 7.5pt, fill: soft)
  grid(columns: (1fr, auto), column-gutter: gutter, align: (start, end), data.runningFoot, figures(place))
}

// As large as the page's diagonal allows, so that one word and three fit alike.
#let across = if data.across == none { none } else {
  context {
    let word = text(size: 100pt, weight: 600, fill: rgb("#f2f3f5"), data.across)
    let share = calc.min(1.35, 165mm / measure(word).width) * 100%
    place(center + horizon, rotate(if mirrored { 38deg } else { -38deg }, scale(share, reflow: true, word)))
  }
}

#set page(
  paper: data.paper,
  margin: (x: 20mm, top: 18mm, bottom: 22mm),
  fill: none,
  background: {
    context if here().page() == 1 { place(top, rect(width: 100%, height: 2mm, fill: accent)) }
    across
  },
  footer: running-foot,
  footer-descent: 8mm,
)
#set text(
  font: data.fonts,
  lang: data.lang,
  region: data.region,
  dir: if mirrored { rtl } else { ltr },
  size: 9pt,
  // The same for every font, so that baselines of one row agree whatever scripts meet in it.
  top-edge: 0.73em,
  bottom-edge: "baseline",
  fill: ink,
  hyphenate: false,
  cjk-latin-spacing: none,
  ligatures: true,
)
#set par(leading: 0.58em, spacing: 0.9em, linebreaks: "simple")
#show heading: it => block(text(size: 22pt, weight: 600, tracking: -0.02em, it.body))

#opening
#lines
#tables
#closing
`;
