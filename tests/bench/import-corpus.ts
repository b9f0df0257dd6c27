import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type CorpusArticle, readCorpus } from './corpus.ts';
import { numbersFrom } from './search-corpus.ts';

/** How many lines before a new version its article stands: mostly in a batch that is written already. */
const back = 401;

interface Story extends CorpusArticle {
  readonly date?: string;
  readonly source?: string;
  readonly author?: string;
  readonly url?: string;
}

/**
 * Writes JSON Lines of so many articles: those of the corpus first, then articles made of its sentences and headlines, each
 * under an id of its own. Made ones share sentences with many others, which is harder for the search of reprints than news is.
 *
 * @param versions every so many lines comes a new version of an article some lines before; 0: none does
 */
export async function writeLines(corpus: string, path: string, count: number, versions = 0): Promise<void> {
  const stories = readCorpus(corpus) as Story[];
  const random = numbersFrom(4711);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentences = stories.flatMap(({ body }) =>
    body.split(/(?<=[.!?])\s+(?=[«"А-ЯЁ])/).filter((one) => one.length > 40),
  );
  const made = (i: number): Story => ({
    ...any(stories),
    title: any(stories).title,
    body: Array.from({ length: 4 + Math.floor(random() * 14) }, () => any(sentences)).join(i % 3 === 0 ? '\n\n' : ' '),
  });
  /** The last lines, by their number within the stretch. */
  const written: Story[] = [];
  const file = createWriteStream(path);
  for (let i = 0; i < count; i++) {
    const own = { ...(stories[i] ?? made(i)), id: `n${i}` };
    const before = versions > 0 && i % versions === 0 ? written[i % back] : undefined;
    const story = before === undefined ? own : { ...before, body: own.body };
    written[i % back] = story;
    const line = `${JSON.stringify(story)}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

/** Writes so many articles of the corpus as saved pages of a news site, each some 45 KB with all that surrounds an article. */
export function writePages(corpus: string, folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const stories = readCorpus(corpus) as Story[];
  const headlines = stories.map(({ title }) => escaped(title));
  const links = (from: number, many: number) =>
    Array.from({ length: many }, (_, i) => {
      const title = headlines[(from * 7 + i * 13) % headlines.length]!;
      return `<li class="item"><a href="/news/${from + i}" title="${title}"><span class="time">12:${10 + (i % 50)}</span> ${title}</a></li>`;
    }).join('\n');
  for (const [i, story] of stories.slice(0, count).entries()) {
    writeFileSync(join(folder, `${String(i).padStart(5, '0')}.html`), page(story, i, links));
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function page(story: Story, number: number, links: (from: number, many: number) => string): string {
  const { title, body, date = '2024-08-12', source = 'Степной вестник', author = 'Ольга Берг' } = story;
  const url = story.url ?? `https://example.org/news/${number}`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: date,
    author: { '@type': 'Person', name: author },
    publisher: { '@type': 'Organization', name: source },
    mainEntityOfPage: url,
  };
  const paragraphs = body
    .split(/\n+/)
    .map((text) => `<p>${escaped(text)}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>${escaped(title)} - ${escaped(source)}</title>
<meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="${escaped(source)}">
<meta property="article:published_time" content="${date}"><link rel="canonical" href="${url}">
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<style>${'.card{display:flex;margin:0 0 12px;padding:8px 16px;border:1px solid #ddd}\n'.repeat(80)}</style>
<script>${'window.queue=window.queue||[];queue.push(["event","view",{"place":"article"}]);\n'.repeat(60)}</script>
</head><body><header><nav class="menu"><ul>${links(number, 30)}</ul></nav></header>
<div class="layout"><aside class="sidebar"><h3>Лента</h3><ul>${links(number + 400, 40)}</ul></aside>
<main><article><h1>${escaped(title)}</h1><div class="meta"><time datetime="${date}">${date}</time> <span class="author">${escaped(author)}</span></div>
<div class="share"><button>Поделиться</button></div>
<figure><img src="photo.jpg" alt=""><figcaption>Фото пресс-службы</figcaption></figure>
${paragraphs}
<div class="tags"><a href="/t/1">новости</a> <a href="/t/2">регион</a></div></article>
<section class="related"><h2>Материалы по теме</h2><ul>${links(number + 900, 12)}</ul></section>
<section class="comments"><h2>Комментарии</h2>${'<div class="comment"><b>Читатель</b><p>Спасибо за статью, ждём продолжения.</p></div>'.repeat(8)}</section></main></div>
<footer><ul>${links(number + 1500, 20)}</ul><p>Все права защищены</p></footer></body></html>`;
}
