import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExportRequest } from '../../archive/contract/exports.ts';
import { useMessages } from '../i18n/messages.tsx';
import { IconButton } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';

/** How long the choices must rest before pages are set anew, milliseconds. */
const rest = 400;

/** The pages as they will be printed, one at a time. */
export function Preview({ request }: { request: Omit<ExportRequest, 'path'> }) {
  const client = useArchive();
  const { exports } = useMessages();
  const rested = useRested(request);
  const [page, setPage] = useState(1);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['preview', rested],
    queryFn: ({ signal }) => client.exports.preview(rested, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
  const url = useDrawing(data?.svg);
  if (error !== null && data === undefined) return <p className="dim preview">{exports.previewFailed}</p>;
  if (data?.articles === 0) return <p className="dim preview">{exports.noQuotes}</p>;
  const shown = Math.min(page, data?.pages ?? 1);
  return (
    <>
      <div className="preview">
        {data !== undefined && url !== undefined && (
          <div
            className={isPlaceholderData ? 'sheet-paper old' : 'sheet-paper'}
            style={{ aspectRatio: `${data.width} / ${data.height}` }}
          >
            <img
              src={url}
              alt={`${exports.preview}: ${exports.page(shown, data.pages)}`}
              style={{ top: `${-100 * (shown - 1)}%`, height: `${100 * data.pages}%` }}
            />
          </div>
        )}
      </div>
      <div className="pager">
        <IconButton
          icon={ChevronLeft}
          label={exports.previous}
          isDisabled={shown === 1}
          onPress={() => setPage(shown - 1)}
        />
        <span className="num" role="status">
          {data === undefined ? '' : exports.page(shown, data.pages)}
        </span>
        <IconButton
          icon={ChevronRight}
          label={exports.next}
          isDisabled={data === undefined || shown === data.pages}
          onPress={() => setPage(shown + 1)}
        />
        <span className="grow" />
        {data !== undefined && data.shown < data.articles && (
          <span className="dim">{exports.beginning(data.shown, data.articles)}</span>
        )}
      </div>
    </>
  );
}

/** A value once it has not changed for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: two requests with the same text are the same
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
}

/** The drawing as an address for a picture: nothing in a picture is run. */
function useDrawing(svg: string | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}
