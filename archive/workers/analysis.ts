import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DictionaryEntry } from '../entities/own-names.ts';
import { createRecogniser } from '../entities/recogniser.ts';
import type { AnalysedArticle, AnalysedTexts, ImportBatch, KnownArticle, StoredText } from '../import/analysis-pool.ts';
import type { TaskReading } from '../import/read-task.ts';
import { shinglesOf } from '../import/shingles.ts';
import { createSegmentBuilder } from '../index/segment-builder.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { openDictionary } from '../text/word-parses.ts';

/** The text, index and entity rooms put together in one thread. */
export interface Analysis {
  /** Analyses the articles of a task that the archive does not hold. */
  batch(reading: TaskReading, known: readonly boolean[], names: readonly DictionaryEntry[]): ImportBatch;
  texts(texts: readonly StoredText[], names: readonly DictionaryEntry[]): AnalysedTexts;
}

/**
 * @param resources the folder that the build makes: `dictionary.bin`, `model.bin`
 * @param alive     called with each text, so that the owner of the thread knows that it goes on
 */
export function openAnalysis(resources: string, alive: () => void = () => {}): Analysis {
  const dictionary = openDictionary(readFileSync(join(resources, 'dictionary.bin')));
  if (dictionary === undefined) throw new Error('dictionary.bin is of another version: build it again');
  const analyzer = createAnalyzer(dictionary);
  const recogniser = createRecogniser({ morphology: dictionary, model: readFileSync(join(resources, 'model.bin')) });
  const builder = createSegmentBuilder(analyzer);

  function analyse(text: Omit<StoredText, 'id'>, names: readonly DictionaryEntry[]) {
    alive();
    builder.add(text);
    const { title, body, author, source } = text;
    return recogniser.recognise({ title, body, author: author ?? undefined, source: source ?? undefined }, names);
  }

  return {
    batch({ articles, rejections, covered, files }, known, names) {
      const analysed: AnalysedArticle[] = [];
      const repeated: KnownArticle[] = [];
      const met = new Set<string>();
      articles.forEach((article, i) => {
        const { hash, record, place, item, at } = article;
        if (known[i] || met.has(hash)) repeated.push({ hash, key: record.key, place, item, at });
        else analysed.push({ ...article, shingles: shinglesOf(record.body), recognition: analyse(record, names) });
        met.add(hash);
      });
      return {
        articles: analysed,
        known: repeated,
        rejections,
        covered,
        files,
        segment: analysed.length === 0 ? null : builder.finish().bytes,
      };
    },
    texts(texts, names) {
      const recognitions = texts.map((text) => analyse(text, names));
      return { ids: texts.map(({ id }) => id), recognitions, segment: builder.finish().bytes };
    },
  };
}
