import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { openDictionary } from '../../archive/text/word-parses.ts';
import { dictionaryBytes } from '../archive/text/morphology-of-tests.ts';
import { readCorpus } from './corpus.ts';

const COLD_ARTICLES = 10_000;

/**
 * Tokens a second of processor time from cold (every surface met is analysed, 10,000 articles or as many as there are) and warm (the same
 * texts again, the best of three), and the milliseconds it takes to open the dictionary.
 */
export function measureSpeed(file: string, print: (line: string) => void): void {
  const texts = readCorpus(file)
    .slice(0, COLD_ARTICLES)
    .map(({ title, body }) => `${title}\n\n${body}`);
  const bytes = dictionaryBytes();
  const before = performance.now();
  const analyzer = createAnalyzer(openDictionary(bytes)!);
  const opening = performance.now() - before;
  let analysed = 0;
  const pass = () => {
    const start = process.cpuUsage();
    let tokens = 0;
    for (const text of texts) {
      tokens += analyzer.tokens(text).length;
      // As a segment is built: the terms of a spelling are asked for once, when it is first met.
      while (analysed < analyzer.surfaces) analyzer.surface(analysed++);
    }
    const { user, system } = process.cpuUsage(start);
    return (1e6 * tokens) / (user + system);
  };
  const cold = pass();
  const warm = Math.max(pass(), pass(), pass());
  const million = (rate: number) => `${(rate / 1e6).toFixed(2)} million tokens a CPU second`;
  print(
    `speed: dictionary opened in ${opening.toFixed(1)} ms (${(bytes.length / 2 ** 20).toFixed(1)} MB); ${texts.length} articles,`,
  );
  print(`  ${analyzer.surfaces} surfaces; cold ${million(cold)}, warm ${million(warm)}`);
}
