import { resolve } from 'node:path';
import { type ExportRequest, exportRequest } from '../../contract/exports.ts';
import { searchRequest } from '../../contract/search.ts';
import { oneOf, readArguments, WrongUse, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { follow } from './job.ts';

const options = {
  query: { type: 'string' },
  ids: { type: 'string' },
  limit: { type: 'string', default: '100' },
  format: { type: 'string', default: 'pdf' },
  title: { type: 'string', default: '' },
  out: { type: 'string' },
} as const;

export const exportCommand: Command = {
  usage: 'export --query Q | --ids A,B [--limit N] [--format pdf] [--title T] --out FILE [--archive DIR] [--json]',
  prepare(args) {
    const { values } = readArguments(args, options);
    if (values.out === undefined) throw new WrongUse('Нужен --out с именем файла');
    const request = exportRequest.parse({
      subject: subject(values.query, values.ids, wholeNumber(values.limit, 'limit')),
      format: oneOf(values.format, 'format', exportRequest.shape.format.options),
      title: values.title.slice(0, 300),
      path: resolve(values.out),
    });
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const { job } = await client.exports.start(request);
        const { done } = await follow(client, job, terminal);
        terminal.out(
          values.json ? JSON.stringify({ file: request.path, articles: done }) : `Сохранено: ${request.path}`,
        );
      },
    };
  },
};

function subject(query: string | undefined, ids: string | undefined, limit: number): ExportRequest['subject'] {
  if ((query === undefined) === (ids === undefined)) throw new WrongUse('Нужен или --query, или --ids');
  return ids === undefined
    ? { by: 'search', request: searchRequest.parse({ query }), limit }
    : { by: 'ids', ids: ids.split(',').map((one) => wholeNumber(one.trim(), 'ids')) };
}
