import { Radio, RadioGroup } from 'react-aria-components';
import type { Pencil } from '../../archive/contract/annotations.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useSettings } from '../view/settings.tsx';
import { pencilLetters } from './layers.ts';

export const pencils: readonly Pencil[] = ['ochre', 'blue', 'red', 'lead'];

/** The letter of a pencil on its ground, underlined in its own pattern. */
export function Letter({ pencil }: { pencil: Pencil }) {
  const { settings } = useSettings();
  return (
    <span className={`lt ${pencil}`} aria-hidden="true">
      {pencilLetters(settings.pencils)[pencil]}
    </span>
  );
}

/** The four pencils; none is chosen while nothing is marked yet. */
export function PencilBox({ value, onChoose }: { value: Pencil | null; onChoose(pencil: Pencil): void }) {
  const { annotation } = useMessages();
  const { settings } = useSettings();
  return (
    <RadioGroup
      className="pencils"
      aria-label={annotation.pencil}
      orientation="horizontal"
      value={value}
      onChange={(pencil) => onChoose(pencil as Pencil)}
    >
      {pencils.map((pencil) => (
        <Radio key={pencil} value={pencil} className="pencil">
          <Letter pencil={pencil} />
          {settings.pencils[pencil]}
        </Radio>
      ))}
    </RadioGroup>
  );
}
