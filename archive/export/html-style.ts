import { accent, pencilColours } from './palette.ts';

const { ochre, blue, red, lead } = pencilColours;

/** The look of an exported page, on a screen and on paper. It refers to nothing outside itself. */
export const htmlStyle = `
:root { color-scheme: light; --ink: #1c1c1c; --grey: #5c5c5c; --rule: #b9b9b9; --accent: ${accent}; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.25rem 6rem; color: var(--ink); background: #fff; font: 1.0625rem/1.6 'PT Serif', Literata, Georgia, 'Times New Roman', serif; hyphens: auto; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; hyphens: manual; text-wrap: balance; }
h1 { font-size: 2.2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; border-bottom: 1px solid var(--ink); padding-bottom: .3rem; }
article h2, article h1 { border: 0; padding: 0; margin: .25rem 0 .5rem; }
.facts, .reference, .about-passage, .notes { color: var(--grey); font-size: .875rem; line-height: 1.45; }
.kicker { color: var(--accent); font-size: .875rem; margin: 0; }
.byline { font-style: italic; color: var(--grey); margin: 0 0 1rem; }
.emblem { max-height: 5rem; max-width: 14rem; display: block; margin-bottom: 1.5rem; }
article { margin: 3rem 0 0; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
article p { margin: 0; } article p + p { text-indent: 1.4em; }
article .kicker, article .byline, article .reference, article .notes p, article blockquote p { text-indent: 0; }
article .byline { margin-bottom: 1rem; } article .byline + p { text-indent: 0; }
sup { line-height: 0; }
.reference { margin-top: 1rem !important; text-indent: 0 !important; }
blockquote { margin: 1.2rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--accent); }
blockquote.comment { font-style: italic; }
blockquote.ochre { border-color: ${ochre.line}; } blockquote.blue { border-color: ${blue.line}; } blockquote.red { border-color: ${red.line}; } blockquote.lead { border-color: ${lead.line}; }
mark { color: inherit; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
mark.ochre { background: ${ochre.ground}; border-bottom: 1.5px solid ${ochre.line}; } mark.blue { background: ${blue.ground}; border-bottom: 1.5px dashed ${blue.line}; }
mark.red { background: ${red.ground}; border-bottom: 1.5px solid ${red.line}; } mark.lead { background: ${lead.ground}; border-bottom: 1.5px dotted ${lead.line}; }
.notes { margin-top: 1rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
ol.contents { list-style: none; padding: 0; } ol.contents li { margin: .5rem 0; } ol.contents .facts { display: block; }
a { color: inherit; text-decoration-color: var(--rule); }
.names { columns: 16rem; padding: 0; list-style: none; } .names li { break-inside: avoid; margin: .2rem 0; }
table { border-collapse: collapse; } td { padding: .2rem 1rem .2rem 0; vertical-align: top; }
svg { max-width: 100%; height: auto; }
@media print {
  @page { size: A4; margin: 25mm 22mm; @bottom-center { content: counter(page); font: 9pt 'PT Serif', serif; } }
  body { max-width: none; padding: 0; font-size: 11pt; }
  article h2, .kicker, .byline { break-after: avoid; } .cover { break-after: page; padding-top: 30vh; }
}
`;
