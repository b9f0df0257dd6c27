import { ToggleButton } from 'react-aria-components';
import type { FileChoices, FilePreview } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';

interface CutChoiceProps {
  document: NonNullable<FilePreview['document']>;
  /** Undefined is the whole document as one article. */
  chosen: FileChoices['cuts'];
  onChoose(change: FileChoices): void;
}

/** Lines of a document that are shown. */
const most = 1500;

/** Where the articles of a digest begin: a line is made the first of an article, or joined to the one before. */
export function CutChoice({ document, chosen, onChoose }: CutChoiceProps) {
  const { intake } = useMessages();
  const cuts = new Set(chosen === 'proposed' ? document.cuts.map(({ at }) => at) : chosen);
  const lines = linesOf(document.text);
  const turn = (at: number) => {
    const next = new Set(cuts);
    if (!next.delete(at)) next.add(at);
    onChoose({ cuts: [...next].sort((a, b) => a - b) });
  };
  return (
    <section aria-label={intake.cuts}>
      <h3 className="label cuts-head">
        {intake.cuts}
        <Act kind="link" onPress={() => onChoose({ cuts: [] })}>
          {intake.oneArticle}
        </Act>
        {document.cuts.length > 0 && (
          <Act kind="link" onPress={() => onChoose({ cuts: 'proposed' })}>
            {intake.proposed}
          </Act>
        )}
        <span className="dim">{intake.cutsMore}</span>
      </h3>
      <ul className="cuts scroll">
        {lines.slice(0, most).map(({ at, text }) => (
          <li key={at} className={cuts.has(at) ? 'first' : ''}>
            <ToggleButton
              className="cut"
              isSelected={cuts.has(at)}
              onChange={() => turn(at)}
              aria-label={intake.cutAt(text.slice(0, 60))}
            />
            <span>{text.slice(0, 300)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The lines that hold anything, with the UTF-16 offset of each. */
function linesOf(text: string): { at: number; text: string }[] {
  const lines: { at: number; text: string }[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line.trim() !== '') lines.push({ at, text: line });
    at += line.length + 1;
  }
  return lines;
}
