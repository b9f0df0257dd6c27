import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';

interface PagesProps {
  total: number;
  offset: number;
  /** Lines of a page. */
  page: number;
  onOffset(offset: number): void;
}

/** From page to page of a long list; nothing where one page holds it all. */
export function Pages({ total, offset, page, onOffset }: PagesProps) {
  const { intake } = useMessages();
  const say = useSayings();
  if (total <= page) return null;
  return (
    <nav className="acts pages" aria-label={intake.later}>
      <Act isDisabled={offset === 0} onPress={() => onOffset(Math.max(0, offset - page))}>
        {intake.earlier}
      </Act>
      <span className="num dim">
        {say.number(offset + 1)}–{say.number(Math.min(total, offset + page))} / {say.number(total)}
      </span>
      <Act isDisabled={offset + page >= total} onPress={() => onOffset(offset + page)}>
        {intake.later}
      </Act>
    </nav>
  );
}
