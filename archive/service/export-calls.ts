import type { ExportRequest } from '../contract/exports.ts';
import { refuse } from '../contract/refuse.ts';
import { readLastExport, readTemplates, writeTemplates } from '../store/export-memory.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { subjectOf } from './export-subject.ts';
import { exporting, hasMarks, nameOf, previewOf } from './export-work.ts';

/** A sheet of quotations is made of marked passages alone. */
const isSheet = ({ format, template }: ExportRequest) =>
  template === 'quotes' && ['pdf', 'docx', 'html', 'markdown'].includes(format);

export function exportCalls(archive: Archive) {
  const { database } = archive;
  const start = async (request: ExportRequest) => {
    const subject = await subjectOf(archive, request.subject);
    if (subject.items.length === 0 || (isSheet(request) && !hasMarks(archive, subject))) refuse('NOTHING_TO_EXPORT');
    return { job: archive.jobs.start('export', (job) => exporting(archive, request, subject, job)) };
  };
  return {
    start: calls.exports.start.handler(({ input }) => start(input)),
    name: calls.exports.name.handler(async ({ input }) => ({
      name: nameOf(input, await subjectOf(archive, input.subject)),
    })),
    preview: calls.exports.preview.handler(async ({ input, signal }) => {
      const subject = await subjectOf(archive, input.subject);
      if (subject.items.length === 0) refuse('NOTHING_TO_EXPORT');
      return previewOf(archive, input, subject, signal);
    }),
    last: calls.exports.last.handler(() => {
      const last = readLastExport(database);
      if (last === null) return null;
      const { path: _, ...request } = last.request;
      return { request, file: last.file };
    }),
    repeat: calls.exports.repeat.handler(() =>
      start((readLastExport(database) ?? refuse('NOTHING_TO_EXPORT')).request),
    ),
    templates: calls.exports.templates.handler(() => readTemplates(database)),
    keepTemplate: calls.exports.keepTemplate.handler(({ input }) =>
      writeTemplates(database, [...readTemplates(database).filter(({ name }) => name !== input.name), input]),
    ),
    forgetTemplate: calls.exports.forgetTemplate.handler(({ input }) =>
      writeTemplates(
        database,
        readTemplates(database).filter(({ name }) => name !== input.name),
      ),
    ),
  };
}
