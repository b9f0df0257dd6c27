import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, totalmem } from 'node:os';
import { GROUPS } from './search-queries.ts';

/** What one engine's processes measured. */
export interface Measured {
  readonly built: { seconds: number; cpu: number; peak: number; size: number };
  /** Absent: the index was only built. */
  readonly queried: {
    /** Milliseconds from the start of a new process to its first result. */
    cold: number;
    rss: number;
    /** Milliseconds of each query, the first time and in the middle of all times; of the processor's, all in all. */
    groups: Readonly<Record<string, { first: number[]; best: number[]; found: number; cpu: number }>>;
    /** Milliseconds of fuzzed and pasted queries; empty: not asked. */
    awkward: number[];
    add: number | null;
  };
}

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);

export const quantiles = (times: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((q) => short(quantile(times, q))).join(' / ');

/** The tables of one size. Ratios are to stock Lunr when it took part, else to SQLite FTS5. */
export function tables(measured: ReadonlyMap<string, Measured>, count: number, remarks: readonly string[]): string {
  const base = measured.has('lunr') ? 'lunr' : 'sqlite-fts5';
  const reference = measured.get(base);
  const cell = (value: number | undefined, against: number | undefined) =>
    value === undefined ? '–' : against === undefined ? short(value) : `${short(value)} (×${short(value / against)})`;
  const rows = [...measured].map(([name, { built, queried }]) =>
    [
      name,
      cell(count / built.seconds, reference && count / reference.built.seconds),
      cell(count / built.cpu, reference && count / reference.built.cpu),
      cell(built.peak, reference?.built.peak),
      cell(built.size, reference?.built.size),
      cell(queried.cold, reference?.queried.cold),
      cell(queried.rss, reference?.queried.rss),
      quantiles(Object.values(queried.groups).flatMap(({ best }) => best)),
      queried.add === null ? '–' : short(queried.add),
    ].join(' | '),
  );
  const asked = [...measured].map(([name, { queried }]) => ({ name, queried }));
  const latencies = asked.map(({ name, queried: { groups } }) =>
    [name, ...GROUPS.map((group) => (groups[group] === undefined ? '–' : quantiles(groups[group].best)))].join(' | '),
  );
  const first = asked.map(({ name, queried: { groups } }) =>
    [name, ...GROUPS.map((group) => (groups[group] === undefined ? '–' : quantiles(groups[group].first)))].join(' | '),
  );
  const work = asked.map(({ name, queried: { groups } }) =>
    [
      name,
      ...GROUPS.map((group) =>
        groups[group] === undefined ? '–' : short(groups[group].cpu / groups[group].best.length),
      ),
    ].join(' | '),
  );
  const head = [`| --- | ${GROUPS.map(() => '---').join(' | ')} |`];
  const load = loadavg()
    .map((value) => value.toFixed(0))
    .join(' ');
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load ${load} at the end`;
  return [
    `### ${count} articles (${machine}; ratios to ${base})`,
    '',
    '| engine | articles/s | articles per CPU second | peak memory, MB | on disk, MB | new process → first result, ms | memory at rest, MB | p50 / p95 / p99, ms | one more article, ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    `| p50 / p95 / p99, ms | ${GROUPS.join(' | ')} |`,
    ...head,
    ...latencies.map((row) => `| ${row} |`),
    '',
    `| asked for the first time | ${GROUPS.join(' | ')} |`,
    ...head,
    ...first.map((row) => `| ${row} |`),
    '',
    `| processor's ms a query, mean | ${GROUPS.join(' | ')} |`,
    ...head,
    ...work.map((row) => `| ${row} |`),
    ...asked.flatMap(({ name, queried: { awkward } }) =>
      awkward.length === 0
        ? []
        : ['', `${name}, fuzzed and pasted queries: ${quantiles(awkward)}, at most ${short(Math.max(...awkward))} ms.`],
    ),
    ...remarks.flatMap((remark) => ['', remark]),
  ].join('\n');
}

/** Puts the tables of a size into a results file under «Search», in place of those of an earlier run. */
export function writeSection(file: string, report: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '# Measured\n';
  const heading = '## Search';
  const at = text.indexOf(`${heading}\n`);
  const next = at < 0 ? -1 : text.indexOf('\n## ', at + heading.length);
  const before = at < 0 ? `${text.trimEnd()}\n\n` : text.slice(0, at);
  const after = next < 0 ? '' : text.slice(next);
  const section = at < 0 ? '' : text.slice(at + heading.length, next < 0 ? undefined : next).trim();
  const title = report.split(' (')[0]!;
  const kept = section.split(/\n(?=### )/).filter((part) => part !== '' && !part.startsWith(`${title} (`));
  writeFileSync(file, `${before}${heading}\n\n${[...kept, report].map((part) => part.trim()).join('\n\n')}\n${after}`);
}
