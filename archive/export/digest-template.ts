import { accent, pencilColours } from './palette.ts';

/**
 * The pages of a document, in Typst. Every word it sets comes from the JSON it is given, through `sys.inputs`: a string
 * there is text and never read as markup, so that nothing an article contains can become code.
 *
 * Contents and indexes ask for pages once each, and take up their room before the pages are known: what is set once
 * need not be set again, which is most of the time and memory of a long digest.
 */
export const digestTemplate = `
#let m = json(bytes(sys.inputs.manuscript))
#let small = m.paper == "a5"
#let two = m.columns == 2
#let base = if small { 9.4pt } else if two { 9.5pt } else { 10.6pt }
#let ink = luma(12%)
#let grey = luma(36%)
#let rule = 0.4pt + luma(55%)
#let accent = rgb("${accent}")
#let pencils = (
  ochre: (ground: rgb("${pencilColours.ochre.ground}"), line: (paint: rgb("${pencilColours.ochre.line}"), thickness: 0.6pt)),
  blue: (ground: rgb("${pencilColours.blue.ground}"), line: (paint: rgb("${pencilColours.blue.line}"), thickness: 0.6pt, dash: "dashed")),
  red: (ground: rgb("${pencilColours.red.ground}"), line: (paint: rgb("${pencilColours.red.line}"), thickness: 0.6pt, dash: "dash-dotted")),
  lead: (ground: rgb("${pencilColours.lead.ground}"), line: (paint: rgb("${pencilColours.lead.line}"), thickness: 0.7pt, dash: "dotted")),
)
#let bound = m.template != "articles"
// What older typesetters do not know.
#let modern = sys.version >= version(0, 14, 0)

#set document(title: m.title, author: if m.author == "" { () } else { (m.author,) }, date: datetime(year: m.day.at(0), month: m.day.at(1), day: m.day.at(2)))
#set text(font: ("PT Serif", "Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Sans Math", "Noto Emoji"), fallback: false, lang: "ru", region: "RU", size: base, fill: ink, hyphenate: true, costs: (widow: 200%, orphan: 200%))
#set par(justify: true, linebreaks: if m.fine { "optimized" } else { "simple" }, leading: 0.66em, spacing: 0.66em, first-line-indent: (amount: 1.4em, all: false))
// A little of what a line lacks goes between its letters, so that gaps between words stay even. A long document does without:
// its file would be a fifth larger.
#set par(..if modern and m.fine { (justification-limits: (tracking: (min: -0.007em, max: 0.014em))) })
#set footnote.entry(separator: line(length: 22%, stroke: rule), gap: 0.5em)
#show footnote.entry: set text(size: 0.82em)

#let margins = if small { (inside: 17mm, outside: 14mm, top: 19mm, bottom: 18mm) } else if two { (inside: 20mm, outside: 18mm, top: 25mm, bottom: 22mm) } else { (inside: 30mm, outside: 27mm, top: 29mm, bottom: 27mm) }

#let joined(..parts) = parts.pos().filter(part => part != "").join("  ·  ")
#let plain(body) = { set par(first-line-indent: 0pt, justify: false, leading: 0.5em, spacing: 0.5em); set text(hyphenate: false); body }
#let running = {
  set text(size: 0.78em, fill: grey, hyphenate: false, top-edge: "ascender", bottom-edge: "descender")
  set par(first-line-indent: 0pt, justify: false, leading: 1em)
  block(width: 100%, stroke: (bottom: rule), inset: (bottom: 0.3em), below: 0pt,
    grid(columns: (1fr, auto), column-gutter: 1.4em, align: (left + bottom, right + bottom), ..m.running))
}
#let folio = context align(if calc.odd(here().page()) { right } else { left }, text(size: 0.85em, fill: grey, str(here().page())))

#set page(paper: m.paper, margin: margins, columns: 1, fill: none, numbering: "1", header: none, footer: none)
#set columns(gutter: 7mm)

#show heading: set text(hyphenate: false, weight: "bold")
#show heading: set par(justify: false, first-line-indent: 0pt, leading: 0.46em)
// Lines of about one length: the narrowest width that takes no more lines.
#let balanced(body) = layout(size => {
  let tall(width) = measure(block(width: width, body)).height
  let (low, high) = (0.4 * size.width, size.width)
  let height = tall(high)
  if height > 1.5 * measure(body).height {
    for _ in range(6) {
      let middle = (low + high) / 2
      if tall(middle) > height { low = middle } else { high = middle }
    }
  }
  block(width: high, body)
})

#show heading.where(level: 1): it => block(above: 0pt, below: 1.2em, sticky: true, { balanced(text(size: if bound { 1.5em } else if small { 1.2em } else { 1.4em }, it.body)); if bound { v(-0.35em); line(length: 100%, stroke: 0.8pt + ink) } })
#show heading.where(level: 2): it => block(above: 0.5em, below: 0.9em, sticky: true, balanced(text(size: if two { 1.3em } else { 1.4em }, it.body)))
#show heading.where(level: 3): it => block(above: 1.4em, below: 0.7em, sticky: true, text(size: 1.05em, it.body))

#let part(name, title) = [#heading(level: 1, title)#label("part-" + name)]
// Over all columns of a page.
#let across(body) = if two { place(top, scope: "parent", float: true, clearance: 1.5em, block(width: 100%, body)) } else { body }

// One stretch of an article: highlighted or not, with footnotes, with a mark for the index of names.
#let stretch(run) = {
  if "m" in run [#metadata(run.m)<n>]
  if "p" in run { let pencil = pencils.at(run.p); highlight(fill: pencil.ground, stroke: (bottom: pencil.line), extent: 0.5pt, top-edge: 0.92em, bottom-edge: -0.24em, run.t) } else { run.t }
  for note in run.at("n", default: ()) { footnote({ h(0.3em); note }) }
}
#let paragraph(runs) = if runs.len() == 1 and runs.at(0).len() == 1 { par(runs.at(0).t) } else { par(runs.map(stretch).join()) }

// What is short is not parted: it goes to the next page as a whole.
#let short(lines) = lines.map(line => line.len()).sum(default: 0) < 1600
#let comment(lines) = if lines.len() > 0 {
  block(width: 100%, above: 1.1em, below: 1.3em, inset: (left: 1em, y: 0.25em), stroke: (left: 1.6pt + accent), sticky: true, breakable: not short(lines), {
    set par(first-line-indent: 0pt, justify: false, spacing: 0.7em)
    set text(style: "italic")
    for line in lines { par(line) }
  })
}

#let head(a, level) = {
  let kicker = joined(a.source, a.date, a.rubric)
  block(below: if kicker == "" { 0pt } else { 0.85em }, sticky: true, plain({
    if a.names.len() > 0 [#metadata(a.names)<n>]
    text(size: 0.8em, fill: accent, tracking: 0.03em, kicker)
  }))
  [#heading(level: level, a.title)<article>]
  if a.byline != "" { block(above: 0.2em, below: 0.9em, sticky: true, plain(text(style: "italic", fill: grey, a.byline))) }
}
// The end of an article: its reference, and a rule before the next one, so that a page never begins with the rule. A short
// paragraph before it is sticky: neither stands on a page of its own.
#let closing(a, last) = {
  let rules = bound and not last
  if m.parts.references or rules {
    block(width: 100%, above: 1em, below: if rules { 1.5em } else { 0pt }, breakable: false, stroke: (bottom: if rules { rule }), inset: (bottom: if rules { 1.5em } else { 0pt }),
      if m.parts.references { plain(text(size: 0.8em, fill: grey, a.reference)) })
  }
}

#let article(a, last) = {
  if bound { comment(a.comment); head(a, 2) } else { across({ comment(a.comment); head(a, 1) }) }
  set text(lang: a.lang)
  for (number, runs) in a.body.enumerate() {
    if number == a.body.len() - 1 and short(runs.map(run => run.t)) {
      block(sticky: true, above: 0.66em, below: 0.66em, { set par(first-line-indent: (amount: 1.4em, all: number > 0)); paragraph(runs) })
    } else { paragraph(runs) }
  }
  set text(lang: "ru")
  closing(a, last)
}

// Words of somebody, and under them whose: never parted from them.
#let quoted(lines, about, stroke, note: (), sticky: false) = block(sticky: sticky, width: 100%, above: 1.1em, below: 1.1em, inset: (left: 1em, y: 0.2em), stroke: (left: stroke), breakable: not short(lines), {
  set par(first-line-indent: 0pt, spacing: 0.6em)
  block(sticky: true, below: 0.6em, for line in lines { par(line) })
  plain(text(size: 0.8em, fill: grey, about))
  if note.len() > 0 { v(0.2em); set text(style: "italic", size: 0.94em); for line in note { par(line) } }
})

#let passages(a, last) = {
  comment(a.comment)
  head(a, 2)
  for (number, p) in a.passages.enumerate() {
    quoted(p.text, joined(p.name, ..p.tags), 2pt + pencils.at(p.pencil).line.paint, note: p.note, sticky: number == a.passages.len() - 1)
  }
  closing(a, last)
}

// Contents and time line: the page of each article stands where its number stands in the list of articles.
#let pages-of-articles() = query(<article>).map(it => it.location())
// One paragraph and no table: a table of a thousand rows costs several times the memory. The number stands right of the lines.
#let leaders = box(width: 1fr, inset: (left: 0.5em), text(fill: luma(60%), repeat(gap: 0.35em)[.]))
#let entry(title, about, location, strong: false, sticky: false) = {
  let number = if location == none { "000" } else { str(location.page()) }
  let row = { if strong { text(weight: "bold", title) } else { title }; leaders; box(width: 0pt, box(width: 1.8em, align(right, number))) }
  block(width: 100%, above: if strong { 1.3em } else { 0.85em }, below: 0pt, breakable: false, sticky: strong or sticky, inset: (right: 1.8em), {
    if location == none { row } else { link(location, row) }
    if about != "" { linebreak(); text(size: 0.8em, fill: grey, about) }
  })
}
#let contents = {
  block(above: 0pt, below: 1.2em, { text(size: 1.5em, weight: "bold", "Содержание"); v(-0.35em); line(length: 100%, stroke: 0.8pt + ink) })
  context plain({
    let articles = pages-of-articles()
    for p in m.sections {
      let found = query(label("part-" + p.name))
      entry(p.title, "", if found.len() == 0 { none } else { found.first().location() }, strong: true)
      if p.name == "articles" {
        // The last one goes with the lists that follow: no page of contents has a single line.
        for (number, a) in m.articles.enumerate() { entry(a.title, joined(a.source, a.date), articles.at(number, default: none), sticky: number == m.articles.len() - 1) }
      }
    }
  })
}

// Three pages and more in a row as «5–8».
#let spans(pages) = {
  let runs = ()
  for page in pages {
    if runs.len() > 0 and runs.last().last() == page - 1 { runs.last().push(page) } else { runs.push((page,)) }
  }
  runs.map(run => if run.len() > 2 { str(run.first()) + "–" + str(run.last()) } else { run.map(str).join(", ") }).join(", ", default: "")
}
#let indexes = context {
  let pages = range(m.persons.len() + m.organizations.len()).map(_ => ())
  for mark in query(<n>) {
    let page = mark.location().page()
    for number in mark.value { if pages.at(number).len() == 0 or pages.at(number).last() != page { pages.at(number).push(page) } }
  }
  let list(name, title, names, first) = if names.len() > 0 {
    let lines = {
      set par(first-line-indent: 0pt, justify: false, hanging-indent: 1.2em, spacing: 0.45em, leading: 0.45em)
      set text(size: 0.9em, hyphenate: false)
      for (number, name) in names.enumerate() { par(name + ", " + spans(pages.at(first + number))) }
    }
    part(name, title)
    if small { lines } else if names.len() > 160 { columns(2, gutter: 7mm, lines) } else {
      // A short list stands in two columns of one height, a long one fills page after page.
      layout(size => {
        let half = measure(block(width: (size.width - 7mm) / 2, lines)).height / 2 + 1.6em.to-absolute()
        if half < 0.75 * size.height { block(height: half, breakable: false, columns(2, gutter: 7mm, lines)) } else { columns(2, gutter: 7mm, lines) }
      })
    }
  }
  pagebreak(weak: true)
  list("persons", "Указатель имён", m.persons, 0)
  if m.persons.len() > 0 and m.organizations.len() > 0 { v(2.2em, weak: true) }
  list("organizations", "Указатель организаций", m.organizations, m.persons.len())
}

#let emblem = if m.emblem != none { box(height: if small { 16mm } else { 24mm }, image(bytes(m.emblem.bytes), format: m.emblem.format, height: 100%, fit: "contain", alt: "Эмблема")) }
#let drawing = if m.chart != none { image(bytes(m.chart.svg), format: "svg", width: 100%, alt: m.chart.alt) }
#let chart = if m.chart != none { part("chart", m.chart.title); drawing; v(1.6em, weak: true) }
#let lines-of(body) = { set par(first-line-indent: 0pt, justify: false, spacing: 0.6em); set text(hyphenate: false); body }

#let cover = {
  set par(first-line-indent: 0pt, justify: false)
  set text(hyphenate: false)
  if m.emblem != none { emblem; v(1em) }
  if m.author != "" { text(size: 1.05em, fill: grey, m.author) }
  v(1fr)
  line(length: 4em, stroke: 2.4pt + accent)
  v(1.1em)
  { set par(leading: 0.42em); balanced(text(size: if small { 1.9em } else { 2.6em }, weight: "bold", m.title)) }
  v(0.6em, weak: true)
  if m.subtitle != "" { v(0.5em); text(size: 1.2em, fill: grey, m.subtitle) }
  v(1.4em)
  if m.period != "" { text(size: 1.1em, m.period); linebreak() }
  text(fill: grey, m.count)
  v(2fr)
  text(size: 0.85em, fill: grey, "Составлено " + m.made)
  pagebreak()
}
#let title-block = {
  set par(first-line-indent: 0pt, justify: false)
  set text(hyphenate: false)
  block(below: 2.4em, { { set par(leading: 0.42em); balanced(text(size: 1.9em, weight: "bold", m.title)) }; v(0.7em, weak: true); text(fill: grey, joined(m.subtitle, m.period, m.count)) })
}

#let dossier = if m.about != none {
  part("about", "Справка")
  lines-of({
    par(strong(m.about.name))
    if m.about.roles.len() > 0 {
      heading(level: 3, outlined: false, "Должности по текстам статей")
      grid(columns: (1fr, auto), column-gutter: 1.2em, row-gutter: 0.7em, ..m.about.roles.map(r => (r.role, text(fill: grey, r.period))).flatten())
    }
    if m.about.spellings.len() > 0 { heading(level: 3, outlined: false, "Написания"); par(m.about.spellings.join("; ")) }
    if m.about.together.len() > 0 { heading(level: 3, outlined: false, "Чаще всего рядом"); par(m.about.together.join("; ")) }
  })
  if m.timeline.len() > 0 {
    pagebreak()
    part("timeline", "Хроника")
    context plain({
      let articles = pages-of-articles()
      for t in m.timeline {
        let at = articles.at(t.article, default: none)
        let row = grid(columns: (if small { 8.4em } else { 9.6em }, 1fr, 2.4em), column-gutter: 1em, align: (left, left, right), text(fill: grey, t.date), t.title, text(fill: grey, if at == none { "000" } else { str(at.page()) }))
        block(above: 0.75em, below: 0pt, breakable: false, if at == none { row } else { link(at, row) })
      }
    })
  }
  if m.about.quotes.len() > 0 {
    pagebreak()
    part("quotes", "Высказывания")
    for q in m.about.quotes { quoted((q.text,), joined(q.source, q.date, q.title), 1.2pt + accent) }
  }
  pagebreak()
}

#if bound and m.parts.cover { cover }
#set page(header: running, footer: folio)
#if bound {
  if not m.parts.cover { title-block }
  if m.parts.contents { contents; pagebreak() }
  if m.template == "dossier" { chart; dossier }
}

#set page(columns: m.columns) if two
#if bound {
  if m.template != "dossier" { across(chart) }
  across(part("articles", m.heading))
}
#for (number, a) in m.articles.enumerate() {
  if number > 0 and not bound { pagebreak() }
  let last = number == m.articles.len() - 1
  if m.template == "quotes" { passages(a, last) } else { article(a, last) }
}

#set page(columns: 1) if two
#if bound {
  if m.parts.references {
    pagebreak(weak: true)
    part("references", "Список источников")
    set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
    set text(size: 0.9em, hyphenate: false)
    enum(spacing: 0.8em, ..m.articles.map(a => enum.item(a.reference)))
  }
  if m.parts.names { indexes }
}
#if m.replaced > 0 { v(1.5em); plain(text(size: 0.85em, fill: grey, "Знаком " + m.missing + " заменены знаки, которых нет в шрифтах: " + str(m.replaced) + ". В архиве текст сохранён полностью.")) }
`;
