import { useRef } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { ExportSetup } from '../../archive/contract/exports.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Segments } from '../ui/segments.tsx';
import { tell } from '../ui/toasts.tsx';
import { emblemOf } from './emblem.ts';

const pages: readonly ExportSetup['page'][] = ['A4', 'A5', 'Letter'];
const standards: readonly ExportSetup['standard'][] = ['plain', 'pdf-a', 'pdf-ua'];
const citations: readonly ExportSetup['citation'][] = ['gost-7.0.5', 'gost-7.0.100'];

interface LookProps {
  setup: ExportSetup;
  change(part: Partial<ExportSetup>): void;
  period: string;
  setPeriod(period: string): void;
}

/** The sheet and the cover: what is chosen once and then remembered. */
export function Look({ setup, change, period, setPeriod }: LookProps) {
  const { exports, selections } = useMessages();
  const sheets = setup.format === 'pdf' || setup.format === 'docx';
  return (
    <details className="export-look">
      <summary>{exports.look}</summary>
      {sheets && (
        <Segments<ExportSetup['page']>
          labelled
          label={selections.page}
          value={setup.page}
          options={pages.map((one) => [one, one] as const)}
          onChange={(page) => change({ page })}
        />
      )}
      {setup.format === 'pdf' && (
        <>
          <Segments<'1' | '2'>
            labelled
            label={exports.columns}
            value={setup.columns === 1 ? '1' : '2'}
            options={[
              ['1', exports.column[1]],
              ['2', exports.column[2]],
            ]}
            onChange={(columns) => change({ columns: columns === '1' ? 1 : 2 })}
          />
          <Segments<ExportSetup['standard']>
            labelled
            label={exports.standard}
            value={setup.standard}
            options={standards.map((one) => [one, exports.standards[one]] as const)}
            onChange={(standard) => change({ standard })}
          />
        </>
      )}
      <Segments<ExportSetup['citation']>
        labelled
        label={exports.citation}
        value={setup.citation}
        options={citations.map((one) => [one, exports.citations[one]] as const)}
        onChange={(citation) => change({ citation })}
      />
      <TextField className="text-field" value={period} onChange={setPeriod} maxLength={200}>
        <Label className="label">{exports.period}</Label>
        <Input className="input" placeholder={exports.periodHint} />
      </TextField>
      <TextField className="text-field" value={setup.author} onChange={(author) => change({ author })} maxLength={300}>
        <Label className="label">{exports.author}</Label>
        <Input className="input" />
      </TextField>
      <Emblem setup={setup} change={change} />
    </details>
  );
}

function Emblem({ setup, change }: Pick<LookProps, 'setup' | 'change'>) {
  const { exports } = useMessages();
  const file = useRef<HTMLInputElement>(null);
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const emblem = await emblemOf(chosen);
    if (emblem === undefined) tell({ text: exports.emblemBad });
    else change({ emblem });
  };
  return (
    <div className="emblem">
      <span className="label">{exports.emblem}</span>
      {setup.emblem !== null && <img src={setup.emblem} alt={exports.emblem} />}
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label={exports.chooseEmblem}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Act kind="link" onPress={() => file.current?.click()}>
        {exports.chooseEmblem}
      </Act>
      {setup.emblem !== null && (
        <Act kind="link" onPress={() => change({ emblem: null })}>
          {exports.removeEmblem}
        </Act>
      )}
    </div>
  );
}
