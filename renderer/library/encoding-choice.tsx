import { Radio, RadioGroup } from 'react-aria-components';
import type { EncodingName, FileChoices, FilePreview } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Tick } from '../ui/tick.tsx';

interface EncodingChoiceProps {
  preview: FilePreview;
  choices: FileChoices;
  onChoose(change: FileChoices): void;
}

/** Whether nearly all of a text is letters of our alphabets, figures and common signs. */
function isText(text: string): boolean {
  const odd = text.match(/[^\p{Script=Cyrillic}\p{Script=Latin}\p{P}\p{N}\s\u2500-\u259f]/gu)?.length ?? 0;
  return text !== '' && odd < text.length / 20;
}

/** The beginning of a file in every encoding: the one that reads is chosen. */
export function EncodingChoice({ preview, choices, onChoose }: EncodingChoiceProps) {
  const { intake } = useMessages();
  const { encodings, encoding, repaired } = preview;
  // What cannot be read so at all is no choice; the present one stands first.
  const readable = encodings
    .filter((one) => one.encoding === encoding || one.encoding === choices.encoding || isText(one.beginning))
    .sort((a, b) => Number(b.encoding === encoding) - Number(a.encoding === encoding));
  return (
    <>
      <RadioGroup
        className="encodings"
        aria-label={intake.encoding}
        value={choices.encoding ?? encoding}
        onChange={(next) => onChoose({ encoding: next as EncodingName })}
      >
        <p className="dim">{intake.encodingMore}</p>
        {readable.map(({ encoding: one, beginning }) => (
          <Radio key={one} value={one} className="encoding">
            <span className="n">
              {intake.encodingNames[one]}
              {one === encoding && choices.encoding === undefined && <small>{intake.asRead}</small>}
            </span>
            <span className="sample">{beginning.slice(0, 160)}</span>
          </Radio>
        ))}
      </RadioGroup>
      {(repaired !== null || choices.repair === true) && (
        <Tick className="repair" on={choices.repair ?? false} onChange={(repair) => onChoose({ repair })}>
          <span>
            {intake.repair}
            {repaired !== null && <span className="sample">{repaired.slice(0, 160)}</span>}
          </span>
        </Tick>
      )}
    </>
  );
}
