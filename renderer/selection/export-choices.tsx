import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { documentTemplate, type ExportFormat, type ExportSetup, tableColumn } from '../../archive/contract/exports.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { Segments } from '../ui/segments.tsx';
import { Tick } from '../ui/tick.tsx';
import { documents, isDocument, isTable, others, partsOf, withColumn } from './export-setup.ts';

interface ChoicesProps {
  setup: ExportSetup;
  change(part: Partial<ExportSetup>): void;
}

/** The kind of file: the four documents in a row, the rest behind a menu. */
export function Formats({ setup, change }: ChoicesProps) {
  const { exports } = useMessages();
  const other = isDocument(setup.format) ? undefined : setup.format;
  return (
    <div className="export-kinds">
      <Segments<ExportFormat>
        labelled
        label={exports.format}
        value={setup.format}
        options={documents.map((one) => [one, exports.short[one]] as const)}
        onChange={(format) => change({ format })}
      />
      <ChoiceMenu<ExportFormat>
        label={exports.otherFormats}
        value={setup.format}
        options={others.map((one) => [one, exports.formats[one]] as const)}
        onChange={(format) => change({ format })}
      >
        <Button className={other === undefined ? 'export-other' : 'export-other on'}>
          {other === undefined ? exports.other : exports.formats[other]}
          <Icon of={ChevronDown} size={14} />
        </Button>
      </ChoiceMenu>
    </div>
  );
}

export function Templates({ setup, change }: ChoicesProps) {
  const { exports } = useMessages();
  return (
    <>
      <Segments<ExportSetup['template']>
        labelled
        label={exports.template}
        value={setup.template}
        options={documentTemplate.options.map((one) => [one, exports.templates[one]] as const)}
        onChange={(template) => change({ template })}
      />
      <p className="dim">{exports.more[setup.template]}</p>
    </>
  );
}

/** What a document includes, or the columns of a table. */
export function Included({ setup, change }: ChoicesProps) {
  const { exports } = useMessages();
  if (isTable(setup.format)) {
    return (
      <fieldset className="export-parts" aria-label={exports.tableColumns}>
        {tableColumn.options.map((column) => (
          <Tick
            key={column}
            on={setup.tableColumns.includes(column)}
            onChange={(on) => change({ tableColumns: withColumn(setup.tableColumns, column, on) })}
          >
            {exports.columnNames[column]}
          </Tick>
        ))}
      </fieldset>
    );
  }
  if (!isDocument(setup.format)) return null;
  return (
    <fieldset className="export-parts" aria-label={exports.include}>
      {partsOf(setup).map((part) => (
        <Tick key={part} on={setup.parts[part]} onChange={(on) => change({ parts: { ...setup.parts, [part]: on } })}>
          {exports.parts[part]}
        </Tick>
      ))}
    </fieldset>
  );
}
