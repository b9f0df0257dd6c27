import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useEncodingName } from '../library/encoding-name.ts';
import { sizeInWords } from '../library/size.ts';
import { IconButton } from '../ui/controls.tsx';
import { Empty, Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';

/** Beside the article: the file it was read from, as it came, with the sum of its bytes. */
export function OriginalPane({ article }: { article: number }) {
  const client = useArchive();
  const { reader } = useMessages();
  const { show } = useWays();
  const { data, isError } = useQuery({
    queryKey: ['article', 'original', article],
    queryFn: ({ signal }) => client.articles.original({ id: article }, { signal }),
    retry: false,
  });
  return (
    <div className="beside original">
      <IconButton
        icon={X}
        className="beside-close"
        label={reader.closeOriginal}
        onPress={() => show({ original: false })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached and scrolled by key */}
      <section className="page scroll original-page" tabIndex={0} aria-label={reader.original}>
        {data !== undefined ? (
          <>
            <Facts {...data} />
            {data.text === null ? (
              <p className="dim">{reader.originalBinary}</p>
            ) : (
              <>
                {data.part && <p className="dim">{reader.originalPart}</p>}
                <pre>{data.text}</pre>
              </>
            )}
          </>
        ) : isError ? (
          <Empty title={reader.noOriginal} more="" />
        ) : (
          <Waiting rows={5} />
        )}
      </section>
    </div>
  );
}

interface FactsProps {
  file: string;
  format: string;
  encoding: string;
  size: number;
  hash: string;
}

function Facts({ file, format, encoding, size, hash }: FactsProps) {
  const { reader } = useMessages();
  const encodingName = useEncodingName();
  const say = useSayings();
  const facts = [
    [reader.file, file],
    [reader.format, format],
    [reader.encoding, encodingName(encoding)],
    [reader.originalSize, sizeInWords(size, say)],
    [reader.originalHash, hash],
  ] as const;
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
