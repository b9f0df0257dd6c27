import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFileOfAnyFormat } from '../../../archive/import/formats.ts';

/**
 * Real files as their authors saved them: other people's texts, so that they lie outside the repository, in the folder that
 * `PODSHIVKA_MESSY` names. Without it these tests are left out.
 */
const folder = process.env.PODSHIVKA_MESSY ?? '';
const path = (file: string) => `${folder}/${file}`;

const read = async (file: string) =>
  await readFileOfAnyFormat({ file, bytes: new Uint8Array(readFileSync(path(file))) });

interface Expected {
  readonly format: string;
  readonly encoding: string;
  readonly articles: number;
  readonly rejected?: number;
  /** Of the articles: how many have a date, an outlet. */
  readonly dated?: number;
  readonly sourced?: number;
  /** The shortest text. */
  readonly shortest?: number;
}

const table: Readonly<Record<string, Expected>> = {
  'feed-cp1251-aviaport.xml': {
    format: 'feed',
    encoding: 'windows-1251',
    articles: 30,
    dated: 30,
    sourced: 30,
    shortest: 100,
  },
  'feed-koi8r-kinder.xml': { format: 'feed', encoding: 'koi8-r', articles: 35, dated: 35, sourced: 35 },
  'feed-cp866-aif-health.xml': { format: 'feed', encoding: 'cp866', articles: 17, sourced: 17 },
  'feed-iso8859-5-aif-health.xml': { format: 'feed', encoding: 'iso-8859-5', articles: 17, sourced: 17 },
  'feed-maccyrillic-music.xml': { format: 'feed', encoding: 'x-mac-cyrillic', articles: 15, sourced: 15 },
  'page-habr-article_826930.html': { format: 'html', encoding: 'utf-8', articles: 1, dated: 1, shortest: 2000 },
  'page-habr-article_874146.html': { format: 'html', encoding: 'utf-8', articles: 1, dated: 1, shortest: 2000 },
  'export-zakon-kz.csv': { format: 'csv', encoding: 'utf-8', articles: 16, dated: 16, shortest: 100 },
  'meta-only-kommersant.json': { format: 'json', encoding: 'utf-8', articles: 0, rejected: 100 },
  'unicode-quirks.jsonl': { format: 'jsonl', encoding: 'utf-8', articles: 36 },
  'doc-ubuntu-packaging.epub': {
    format: 'epub',
    encoding: 'utf-8',
    articles: 17,
    dated: 17,
    sourced: 17,
    shortest: 200,
  },
  'doc-maint-guide.pdf': { format: 'pdf', encoding: 'utf-8', articles: 1, shortest: 100_000 },
  'doc-debian-faq.txt': { format: 'txt', encoding: 'utf-8', articles: 1, shortest: 100_000 },
};

describe.skipIf(folder === '' || !existsSync(folder))(
  'real awkward files (needs PODSHIVKA_MESSY)',
  { timeout: 60_000 },
  () => {
    test.each(Object.entries(table))('%s', async (file, expected) => {
      const { format, encoding, reads } = await read(file);
      const articles = reads.flatMap((one) => ('article' in one ? [one.article] : []));
      const found = {
        format,
        encoding,
        articles: articles.length,
        ...(expected.rejected !== undefined && { rejected: reads.length - articles.length }),
        ...(expected.dated !== undefined && { dated: articles.filter(({ date }) => date !== null).length }),
        ...(expected.sourced !== undefined && { sourced: articles.filter(({ source }) => source !== null).length }),
      };
      const { shortest, ...exact } = expected;
      expect(found).toEqual(exact);
      expect(articles.every(({ title, body }) => title !== '' && body.length >= (shortest ?? 1))).toBe(true);
      // Neither a wrong encoding nor markup is left in what is read.
      for (const { title, body } of articles) {
        expect(`${title}\n${body}`).not.toMatch(/\ufffd|&(?:nbsp|laquo|amp);|<\/?(?:p|div|span|br)\b/);
      }
    });

    test('posts of a channel: those without text are told, none is lost', async () => {
      const { reads } = await read('posts-telegram.json');
      const texts = reads.flatMap((one) => ('article' in one ? [one.article] : []));
      expect(reads).toHaveLength(150);
      expect(texts.every(({ source, date, body }) => source !== null && date !== null && !/\]\(http/.test(body))).toBe(
        true,
      );
      expect(reads.every((one) => 'article' in one || one.reason === 'no-text')).toBe(true);
    });

    test('one feed in two encodings gives the same texts', async () => {
      const texts = async (file: string) =>
        (await read(file)).reads.map((one) => ('article' in one ? one.article.body : ''));
      expect(await texts('feed-cp866-aif-health.xml')).toEqual(await texts('feed-iso8859-5-aif-health.xml'));
    });

    test('a saved page begins with the article, not with the furniture of its site', async () => {
      for (const file of ['page-habr-article_826930.html', 'page-habr-article_874146.html']) {
        const [one] = (await read(file)).reads;
        const body = one !== undefined && 'article' in one ? one.article.body : '';
        expect(body.slice(0, 300)).not.toMatch(/Время на прочтение|Количество просмотров|Уровень сложности|Охват/);
      }
    });

    test('a PDF has neither its running heads nor words parted at line ends', async () => {
      const [one] = (await read('doc-maint-guide.pdf')).reads;
      const body = one !== undefined && 'article' in one ? one.article.body : '';
      expect(body.match(/Руководство начинающего разработчика Debian \S{1,9}\n/g) ?? []).toEqual([]);
      expect((body.match(/[а-яё]-\s+[а-яё]/g) ?? []).length).toBeLessThan(40);
    });

    test('compressed they are the same', async () => {
      const file = 'feed-cp1251-aviaport.xml';
      const packed = await readFileOfAnyFormat({ file: `${file}.gz`, bytes: gzipSync(readFileSync(path(file))) });
      expect(packed.reads).toHaveLength(30);
    });
  },
);
