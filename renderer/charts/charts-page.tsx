import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Chart, ChartMeasure, ChartStep, ChartSubject } from '../../archive/contract/charts.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Segments } from '../ui/segments.tsx';
import { Empty, Unanswered } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace, useWays } from '../view/place.tsx';
import { ChartTable } from './chart-table.tsx';
import { LineField } from './line-field.tsx';
import { mostLines, questionOf, subjectOf } from './lines.ts';
import { savePng } from './picture.ts';

const measures: readonly ChartMeasure[] = ['articles', 'perThousand'];
const steps = ['auto', 'day', 'week', 'month', 'year'] as const;

/** Mentions over time: up to five searches, persons and organizations beside each other. */
export function ChartsPage() {
  const client = useArchive();
  const { charts } = useMessages();
  const { view, show } = usePlace();
  const [measure, setMeasure] = useState<ChartMeasure>('articles');
  const [step, setStep] = useState<ChartStep | 'auto'>('auto');
  const known = view.lines.slice(0, mostLines).flatMap((line) => {
    const subject = subjectOf(line);
    return subject === undefined ? [] : [{ line, subject }];
  });
  const subjects = known.map(({ subject }) => subject);
  const asked = { subjects, step: step === 'auto' ? null : step, from: null, to: null };
  const { data, error, refetch } = useQuery({
    queryKey: ['chart', asked, measure],
    queryFn: async ({ signal }) => {
      const [chart, drawing] = await Promise.all([
        client.charts.mentions(asked, { signal }),
        client.charts.draw({ ...asked, measure }, { signal }),
      ]);
      return { chart, drawing };
    },
    enabled: subjects.length > 0,
    placeholderData: keepPreviousData,
  });
  const labels = data?.chart.series.length === known.length ? data.chart.series.map(({ label }) => label) : [];
  return (
    <PageView title={charts.title} sub={charts.sub}>
      <LineField lines={known.map(({ line }) => line)} labels={labels} change={(lines) => show({ lines })} />
      <div className="chart-choices">
        <Segments<ChartMeasure>
          labelled
          label={charts.measure}
          value={measure}
          options={measures.map((one) => [one, charts.measures[one]] as const)}
          onChange={setMeasure}
        />
        <Segments<ChartStep | 'auto'>
          labelled
          label={charts.step}
          value={step}
          options={steps.map((one) => [one, charts.steps[one]] as const)}
          onChange={setStep}
        />
      </div>
      {subjects.length === 0 ? (
        <Empty title={charts.empty} more={charts.emptyMore} />
      ) : data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : (
        <Drawn {...data} subjects={subjects} asked={step} />
      )}
    </PageView>
  );
}

interface DrawnProps {
  chart: Chart;
  drawing: {
    svg: string;
    width: number;
    height: number;
    plot: { left: number; top: number; width: number; height: number };
  };
  subjects: readonly ChartSubject[];
  asked: ChartStep | 'auto';
}

function Drawn({ chart, drawing, subjects, asked }: DrawnProps) {
  const { charts, frame } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const { svg, width, height, plot } = drawing;
  const open = (series: number, period: string) => {
    const [subject, line] = [subjects[series], chart.series[series]];
    if (subject === undefined || line === undefined) return;
    show({ section: 'search', article: null, question: questionOf(subject, line.kind, period, chart.step) });
  };
  const only = chart.series.length === 1 ? chart.series[0] : undefined;
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return (
    <>
      {asked !== 'auto' && asked !== chart.step && <p className="dim">{charts.coarser(charts.steps[chart.step])}</p>}
      <figure className="chart-sheet">
        <Drawing svg={svg} />
        {only !== undefined && (
          <div
            className="chart-bars"
            style={{
              left: share(plot.left, width),
              top: share(plot.top, height),
              width: share(plot.width, width),
              height: share(plot.height, height),
            }}
          >
            {chart.periods.map((period, at) => {
              const count = only.counts[at] ?? 0;
              const says = charts.openPeriod(only.label, say.date(period), frame.articles(count));
              return (
                <button
                  key={period}
                  type="button"
                  tabIndex={-1}
                  aria-hidden="true"
                  title={says}
                  disabled={count === 0}
                  onClick={() => open(0, period)}
                />
              );
            })}
          </div>
        )}
      </figure>
      <div className="chart-acts">
        <Act icon={Download} onPress={() => saveText(`${charts.file}.svg`, 'image/svg+xml', svg)}>
          {charts.saveSvg}
        </Act>
        <Act icon={Download} onPress={() => void savePng(`${charts.file}.png`, svg, width, height)}>
          {charts.savePng}
        </Act>
        {chart.series
          .filter(({ undated }) => undated > 0)
          .map(({ label, undated }) => (
            <span key={label} className="dim">
              {charts.undated(label, frame.articles(undated))}
            </span>
          ))}
      </div>
      <ChartTable chart={chart} onOpen={open} />
    </>
  );
}

/** The archive's drawing as a part of the page, so that it is set in the page's letters; the table says what it shows. */
function Drawing({ svg }: { svg: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    frame.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div ref={frame} aria-hidden="true" />;
}
