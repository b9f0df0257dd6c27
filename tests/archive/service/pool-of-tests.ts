import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DictionaryEntry } from '../../../archive/entities/own-names.ts';
import { createRecogniser } from '../../../archive/entities/recogniser.ts';
import type { AnalysedArticle, AnalysisPool, ImportBatch } from '../../../archive/import/analysis-pool.ts';
import { shinglesOf } from '../../../archive/import/shingles.ts';
import { createSegmentBuilder } from '../../../archive/index/segment-builder.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';
import { modelBytes } from '../entities/recogniser-of-tests.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

/** A record of a `.json` file of these tests. */
export interface Story {
  key?: string;
  title: string;
  body: string;
  source?: string;
  author?: string;
  date?: string;
  rubric?: string;
  tags?: string[];
}

const perBatch = 20;

/**
 * An analysis pool in this thread, of the real analyzer, recogniser and segment builder; it reads files that hold one JSON
 * array of stories. A tick passes between batches, so that a job can be cancelled.
 */
export function poolOfTests(): AnalysisPool {
  const analyzer = createAnalyzer();
  const recogniser = createRecogniser({ morphology: morphologyOfTests(), model: modelBytes() });
  const segmentOf = (texts: readonly { title: string; body: string }[]) => {
    const builder = createSegmentBuilder(analyzer);
    for (const text of texts) builder.add(text);
    return builder.finish().bytes;
  };
  let names: readonly DictionaryEntry[] = [];
  const analysed = (story: Story, file: string, record: number): AnalysedArticle => ({
    record: {
      key: story.key ?? null,
      title: story.title,
      lead: null,
      body: story.body,
      author: story.author ?? null,
      source: story.source ?? null,
      date: story.date ? { iso: story.date, precision: 'day' } : null,
      url: null,
      rubric: story.rubric ?? null,
      tags: story.tags ?? [],
      confidence: {},
    },
    place: { file, record },
    item: 0,
    at: record,
    hash: createHash('sha256').update(`${story.title}\n${story.body}`).digest('hex'),
    encoding: 'utf-8',
    format: 'json',
    shingles: shinglesOf(story.body),
    recognition: recogniser.recognise(story, names),
  });
  return {
    async *read(sources, { signal, known, progress, taken = () => undefined }) {
      let records = 0;
      for (const source of sources) {
        const path = typeof source === 'string' ? source : source.path;
        if (!existsSync(path)) {
          const rejections = [{ file: basename(path), record: null, reason: 'missing' as const, item: 0, at: 1 }];
          const covered = [{ path, file: basename(path), whole: true }];
          yield { articles: [], known: [], rejections, covered, files: [], segment: null };
          continue;
        }
        const inside = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
        for (const file of inside) {
          const name = typeof source === 'string' ? basename(file) : source.file;
          const bytes = readFileSync(file);
          const stories = JSON.parse(bytes.toString()) as Story[];
          for (let at = 0; at < stories.length; at += perBatch) {
            await new Promise((resolve) => setTimeout(resolve, 1));
            signal.throwIfAborted();
            const before = taken(file) === 'whole' ? stories.length : Number(taken(file) ?? 0);
            const all = stories
              .slice(at, at + perBatch)
              .map((story, i) => analysed(story, name, at + i + 1))
              .filter((one) => one.at > before);
            const held = known(all.map(({ hash }) => hash));
            const articles = all.filter((_, i) => !held[i]);
            records += all.length;
            progress({ records, bytes: at, totalBytes: stories.length, file: name });
            const last = at + perBatch >= stories.length;
            const hash = createHash('sha256').update(bytes).digest('hex');
            const whole = {
              file: name,
              path: file,
              hash,
              size: bytes.length,
              encoding: 'utf-8',
              format: 'json',
            };
            yield {
              articles,
              known: all
                .filter((_, i) => held[i])
                .map(({ hash, record, place, at }) => ({ hash, key: record.key, place, item: 0, at })),
              covered: [{ path: file, file: name, whole: last }],
              rejections: [],
              files: last ? [whole] : [],
              segment: articles.length > 0 ? segmentOf(articles.map(({ record }) => record)) : null,
            } satisfies ImportBatch;
          }
        }
      }
    },
    async *analyse(batches, signal) {
      for await (const texts of batches) {
        signal.throwIfAborted();
        yield {
          ids: texts.map(({ id }) => id),
          recognitions: texts.map(({ title, body }) => recogniser.recognise({ title, body }, names)),
          segment: segmentOf(texts),
        };
      }
    },
    teach(declared) {
      names = declared;
    },
    close: async () => undefined,
  };
}
