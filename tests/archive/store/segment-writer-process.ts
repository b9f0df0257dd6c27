import { openArchiveIndex } from '../../../archive/index/archive-index.ts';
import { createSegmentBuilder } from '../../../archive/index/segment-builder.ts';
import { segmentFolder } from '../../../archive/store/segment-files.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';

/**
 * Adds, replaces and merges articles until it is killed: `segment-writer-process.ts FOLDER`. After each commit it prints
 * the highest id that is now safe on disk.
 */
const analyzer = createAnalyzer();
const index = openArchiveIndex(segmentFolder(process.argv[2]!), analyzer);
for (let id = index.articles + 1; ; id++) {
  const builder = createSegmentBuilder(analyzer);
  builder.add({ title: `Статья ${id}`, body: `Мост номер ${id} через реку.` });
  await index.commit({ add: [{ segment: builder.finish(), ids: [id] }] });
  process.stdout.write(`${id}\n`);
  await index.merge();
}
