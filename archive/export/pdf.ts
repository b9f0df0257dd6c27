import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DigestInput, type DigestOptions, digestDefaults } from './digest.ts';
import { digestTemplate } from './digest-template.ts';
import { glyphCoverage } from './glyph-coverage.ts';
import { lettersOf, type Manuscript, manuscript } from './manuscript.ts';
import { breakable } from './printable.ts';
import { MISSING, substitution } from './substitution.ts';
import { type TypesettingOrder, typesetPdf, typesetSvg } from './typst.ts';

/**
 * Up to so many letters lines are broken with a look at the whole paragraph; longer documents line by line, which takes
 * half the time and still hyphenates. About 120 news items: two and a half seconds.
 */
const FINE = 300_000;

/** A digest as PDF. Blocks its thread for about 15 ms an article. */
export function pdfOf(input: DigestInput, options: Partial<DigestOptions>, fonts: readonly string[]): Uint8Array {
  const chosen = { ...digestDefaults, ...options };
  const time = Math.floor(Date.parse(input.today) / 1000);
  return typesetPdf(orderOf(manuscript(input, chosen), chosen, fonts), chosen.standard, time);
}

/** The same pages as one drawing, one under another. */
export function pagesOf(input: DigestInput, options: Partial<DigestOptions>, fonts: readonly string[]) {
  const chosen = { ...digestDefaults, ...options };
  return typesetSvg(orderOf(manuscript(input, chosen), chosen, fonts));
}

const papers = { A4: 'a4', A5: 'a5', Letter: 'us-letter' } as const;

function orderOf(text: Manuscript, options: DigestOptions, folders: readonly string[]): TypesettingOrder {
  const { parts } = text;
  const bound = text.template !== 'articles';
  const shapes = substitution(glyphCoverage(fontFiles(folders).map((file) => readFileSync(file))));
  const asPrinted = (key: string, value: unknown) =>
    typeof value !== 'string' || key === 'emblem'
      ? value
      : shapes.text(key === 't' || key === 'text' ? breakable(value) : value);
  const { emblem, ...rest } = text;
  const pages = JSON.stringify(
    {
      ...rest,
      parts: { ...parts, cover: bound && parts.cover },
      persons: text.persons.map(({ name }) => name),
      organizations: text.organizations.map(({ name }) => name),
      sections: sectionsOf(text),
      paper: papers[options.page],
      columns: options.columns,
      running: [brief(text.title, 60), brief(text.period, 40)],
      fine: lettersOf(text) <= FINE,
      emblem: emblem === null ? null : pictureOf(emblem),
      missing: MISSING,
    },
    asPrinted,
  );
  const replaced = `{"replaced":${shapes.replaced()},${pages.slice(1)}`;
  return { template: digestTemplate, manuscript: replaced, fonts: folders };
}

/** What has room in a running head: cut after a word. */
const brief = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\s.,:;–—-]+\S*$/u, '')}…`;

/** The parts of a bound document that its contents list, in their order. */
function sectionsOf({ parts, chart, about, timeline, heading, persons, organizations }: Manuscript) {
  return [
    ...(chart === null ? [] : [{ name: 'chart', title: chart.title }]),
    ...(about === null
      ? []
      : [
          { name: 'about', title: 'Справка' },
          ...(timeline.length > 0 ? [{ name: 'timeline', title: 'Хроника' }] : []),
          ...(about.quotes.length > 0 ? [{ name: 'quotes', title: 'Высказывания' }] : []),
        ]),
    { name: 'articles', title: heading },
    ...(parts.references ? [{ name: 'references', title: 'Список источников' }] : []),
    ...(persons.length > 0 ? [{ name: 'persons', title: 'Указатель имён' }] : []),
    ...(organizations.length > 0 ? [{ name: 'organizations', title: 'Указатель организаций' }] : []),
  ];
}

const formats: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

/** A data URL as the typesetter takes pictures. */
function pictureOf(url: string): { format: string; bytes: number[] } {
  const [head = '', data = ''] = url.split(',', 2);
  const type = head.slice('data:'.length).replace(';base64', '');
  return { format: formats[type] ?? 'png', bytes: [...Buffer.from(data, 'base64')] };
}

function fontFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ttf'))
      .map((name) => join(folder, name)),
  );
}
