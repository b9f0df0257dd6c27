import type { Chart } from '../../archive/contract/charts.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';

/** The same numbers as a table: for the keyboard, for a screen reader, and to open exactly these articles. */
export function ChartTable({ chart, onOpen }: { chart: Chart; onOpen(series: number, period: string): void }) {
  const { charts, frame } = useMessages();
  const say = useSayings();
  const { periods, series } = chart;
  const rows = periods
    .map((period, at) => ({ period, counts: series.map(({ counts }) => counts[at] ?? 0) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  return (
    <table className="chart-table">
      <caption>{charts.table}</caption>
      <thead>
        <tr>
          <th scope="col">{charts.period}</th>
          {series.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ period, counts }) => (
          <tr key={period}>
            <th scope="row">{say.date(period)}</th>
            {counts.map((count, at) => (
              <td key={series[at]?.label} className="num">
                {count === 0 ? (
                  <span className="dim">0</span>
                ) : (
                  <button
                    type="button"
                    className="link"
                    aria-label={charts.openPeriod(series[at]?.label ?? '', say.date(period), frame.articles(count))}
                    onClick={() => onOpen(at, period)}
                  >
                    {say.number(count)}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
