/**
 * The pages of a digest, in Typst. Every word it sets comes from the JSON it is given, through `sys.inputs`: a string
 * there is text and never read as markup, so that nothing an article contains can become code.
 */
export const digestTemplate = `
#let d = json(bytes(sys.inputs.manuscript))
#let small = d.paper == "a5"
#let base = if small { 9.5pt } else if d.columns == 2 { 9.5pt } else { 10.8pt }
#let ink = luma(12%)
#let grey = luma(38%)
#let accent = rgb("#8a1f11")
#let pencils = (ochre: rgb("#f8e3ae"), blue: rgb("#d3e4f7"), red: rgb("#f8d3cc"), lead: rgb("#dedede"))
#let bound = d.template != "article"

#set document(title: d.title, date: datetime(year: d.day.at(0), month: d.day.at(1), day: d.day.at(2)))
#set text(font: ("PT Serif", "Noto Serif", "Noto Emoji"), lang: "ru", region: "RU", size: base, fill: ink, hyphenate: true, costs: (widow: 200%, orphan: 200%))
#set par(justify: true, leading: 0.68em, spacing: 0.68em, first-line-indent: (amount: 1.4em, all: false))
#set footnote.entry(separator: line(length: 22%, stroke: 0.4pt + grey), gap: 0.5em)
#show footnote.entry: set text(size: 0.82em / 1, hyphenate: true)
#show link: it => it

#let margins = if small { (inside: 17mm, outside: 14mm, top: 18mm, bottom: 17mm) } else if d.columns == 2 { (inside: 20mm, outside: 18mm, top: 24mm, bottom: 22mm) } else { (inside: 30mm, outside: 26mm, top: 28mm, bottom: 26mm) }

#let running = context {
  let page = counter(page).get().first()
  set text(size: 0.78em, fill: grey, hyphenate: false)
  set par(first-line-indent: 0pt, justify: false)
  let long = block(clip: true, height: 1.1em, d.title)
  grid(columns: (1fr, auto), align: (left + bottom, right + bottom), column-gutter: 1em, long, if page > 1 { d.period })
  v(-0.55em)
  line(length: 100%, stroke: 0.4pt + grey)
}
#let folio = context align(if calc.odd(counter(page).get().first()) { right } else { left }, text(size: 0.85em, fill: grey, counter(page).display()))

#set page(paper: d.paper, margin: margins, columns: 1)

#let kicker(body) = text(size: 0.8em, fill: accent, tracking: 0.06em, hyphenate: false, body)
#let part(title) = { heading(level: 1, outlined: true, title) }

#show heading: set text(hyphenate: false, weight: "bold")
#show heading: set par(justify: false, first-line-indent: 0pt, leading: 0.5em)
#show heading.where(level: 1): it => block(above: 0pt, below: 1.1em, sticky: true, text(size: 1.45em, it.body))
#show heading.where(level: 2): it => block(above: 0.4em, below: 0.7em, sticky: true, text(size: 1.45em, it.body))

// One stretch of an article: highlighted or not, with footnotes, with a mark for the index of names.
#let stretch(run) = {
  for number in run.at("m", default: ()) [#metadata(none)#label("name-" + str(number))]
  if "p" in run { highlight(fill: pencils.at(run.p), extent: 0.5pt, top-edge: 0.95em, bottom-edge: -0.26em, run.t) } else { run.t }
  for note in run.at("n", default: ()) { footnote(note) }
}

#let comment(lines) = block(
  width: 100%, above: 1.2em, below: 1.4em, inset: (left: 1em, y: 0.2em), stroke: (left: 1.6pt + accent),
  { set par(first-line-indent: 0pt, justify: false, spacing: 0.8em)
    set text(style: "italic")
    for line in lines { par(line) } },
)

#let article(a, number) = {
  if a.comment.len() > 0 { comment(a.comment) }
  block(below: 0.5em, sticky: true, { set par(first-line-indent: 0pt, justify: false)
    kicker((a.source, a.date, a.rubric).filter(x => x != "").join("  ·  ")) })
  [#heading(level: if bound { 2 } else { 1 }, a.title)#label("article-" + str(number))]
  if a.byline != "" { block(above: 0.2em, below: 0.9em, sticky: true, { set par(first-line-indent: 0pt); text(style: "italic", fill: grey, a.byline) }) }
  set text(lang: a.lang)
  for (number, runs) in a.body.enumerate() {
    // The reference below never stands on a page of its own: the last paragraph goes with it.
    if number > 0 and number == a.body.len() - 1 {
      block(sticky: true, above: 0.68em, below: 0.68em, par(first-line-indent: (amount: 1.4em, all: true), runs.map(stretch).join()))
    } else { par(runs.map(stretch).join()) }
  }
  set text(lang: "ru")
  block(above: 1.1em, below: 0pt, { set par(first-line-indent: 0pt, justify: false, leading: 0.5em); set text(size: 0.8em, fill: grey); a.reference })
}

#let contents = {
  part("Содержание")
  set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
  set text(hyphenate: false)
  show outline.entry: it => {
    let name = str(it.element.at("label", default: ""))
    let known = name.starts-with("article-")
    let a = if known { d.articles.at(int(name.slice(8))) }
    block(above: if known { 0.85em } else { 1.3em }, breakable: false, link(it.element.location(), grid(
      columns: (1fr, 2.2em), column-gutter: 0.8em, align: (left + top, right + bottom),
      { text(weight: if known { "regular" } else { "bold" }, it.element.body)
        if known and (a.source != "" or a.date != "") { linebreak(); text(size: 0.8em, fill: grey, (a.source, a.date).filter(x => x != "").join(" · ")) } },
      it.page())))
  }
  outline(title: none, depth: 2, target: heading.where(outlined: true).and(selector(heading).after(<contents-end>)))
}

#let names-index(title, names, first) = if names.len() > 0 {
  pagebreak(weak: true)
  part(title)
  context {
    set par(first-line-indent: 0pt, justify: false, hanging-indent: 1.2em, spacing: 0.45em, leading: 0.45em)
    set text(size: 0.9em, hyphenate: false)
    columns(if small { 1 } else { 2 }, gutter: 1.6em, {
      for (number, name) in names.enumerate() {
        let found = query(label("name-" + str(number + first))).map(mark => counter(page).at(mark.location()).first()).dedup()
        if found.len() > 0 { par[#name#text(fill: grey)[, #found.map(str).join(", ")]] }
      }
    })
  }
}

#if bound {
  set page(header: none, footer: none)
  set par(first-line-indent: 0pt, justify: false)
  v(if small { 22% } else { 26% })
  line(length: 4em, stroke: 2.4pt + accent)
  v(1.2em)
  { set text(hyphenate: false)
    set par(leading: 0.42em)
    text(size: if small { 1.9em } else { 2.5em }, weight: "bold", d.title) }
  if d.subtitle != "" { v(0.6em); text(size: 1.2em, fill: grey, d.subtitle) }
  v(1.6em)
  if d.period != "" { text(size: 1.1em, d.period); linebreak() }
  text(fill: grey, d.count)
  v(1fr)
  text(size: 0.85em, fill: grey, "Составлено " + d.made)
  pagebreak()
}

#set page(header: running, footer: folio)
#if bound {
  contents
  [#metadata(none)<contents-end>]
  if d.template == "dossier" and d.timeline.len() > 1 {
    pagebreak()
    part("Хроника")
    set par(first-line-indent: 0pt, justify: false)
    grid(columns: (if small { 8.6em } else { 9.6em }, 1fr), column-gutter: 1em, row-gutter: 0.75em,
      ..d.timeline.map(t => (text(fill: grey, t.date), t.title)).flatten())
  }
  pagebreak()
} else [#metadata(none)<contents-end>]

#set page(columns: d.columns)
#if bound { part(if d.template == "dossier" { "Публикации" } else { "Статьи" }) }
#for (number, a) in d.articles.enumerate() {
  if number > 0 {
    if bound { v(1.6em, weak: true); block(above: 0pt, below: 1.4em, line(length: 100%, stroke: 0.4pt + grey)) } else { pagebreak() }
  }
  article(a, number)
}

#set page(columns: 1)
#if bound {
  pagebreak(weak: true)
  part("Список источников")
  { set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
    set text(size: 0.9em, hyphenate: false)
    enum(spacing: 0.8em, ..d.articles.map(a => enum.item(a.reference))) }
  names-index("Указатель имён", d.persons, 0)
  names-index("Указатель организаций", d.organizations, d.persons.len())
}
`;
