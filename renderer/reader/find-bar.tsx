import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { IconButton } from '../ui/controls.tsx';

interface FindBarProps {
  text: string;
  count: number;
  onText(text: string | null): void;
  walk: { next(): void; previous(): void };
}

/** Find in the text: by word forms, with the archive's own analyzer, so the count is that of the list. */
export function FindBar({ text, count, onText, walk }: FindBarProps) {
  const { reader } = useMessages();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => onText(typed), 120);
    return () => clearTimeout(timer);
  }, [typed, onText]);
  return (
    <search className="find-bar">
      <input
        className="input"
        // biome-ignore lint/a11y/noAutofocus: the field appears because the person asked for it by key
        autoFocus
        aria-label={reader.find}
        placeholder={reader.find}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            if (event.shiftKey) walk.previous();
            else walk.next();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onText(null);
          }
        }}
      />
      <span className="num" role="status">
        {typed.trim() === '' ? '' : count === 0 ? reader.findNone : reader.findCount(count)}
      </span>
      <IconButton icon={ChevronLeft} label={reader.previousHit} keys="Shift+F3" onPress={walk.previous} />
      <IconButton icon={ChevronRight} label={reader.nextHit} keys="F3" onPress={walk.next} />
      <IconButton icon={X} label={reader.findClose} keys="Esc" onPress={() => onText(null)} />
    </search>
  );
}
