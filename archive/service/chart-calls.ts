import type { Chart, ChartRequest, ChartSubject } from '../contract/charts.ts';
import { drawChart } from '../export/chart-drawing.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { type ChartLine, chartOf } from './chart-counts.ts';
import { filedUnder } from './entity-page.ts';
import { idSetOf } from './search.ts';

export function chartCalls(archive: Archive) {
  return {
    mentions: calls.charts.mentions.handler(({ input, signal }) => mentions(archive, input, signal)),
    draw: calls.charts.draw.handler(async ({ input, signal }) =>
      drawChart(await mentions(archive, input, signal), { measure: input.measure, title: input.title }),
    ),
  };
}

async function mentions(archive: Archive, request: ChartRequest, signal: AbortSignal | undefined): Promise<Chart> {
  const lines: ChartLine[] = [];
  for (const subject of request.subjects) lines.push(await lineOf(archive, subject, signal));
  return chartOf(archive, lines, request);
}

/** @throws a refusal: NOT_FOUND for an entity that is not there */
async function lineOf(archive: Archive, subject: ChartSubject, signal: AbortSignal | undefined): Promise<ChartLine> {
  if (subject.by === 'entity') {
    const { name, kind, ids } = filedUnder(archive, subject.entity);
    return { label: name, kind, ids };
  }
  const { query } = subject.request;
  return { label: query.trim() || 'Все статьи', kind: 'search', ids: await idSetOf(archive, subject.request, signal) };
}
