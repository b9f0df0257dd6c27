import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type ColumnMapping, type FileChoices, type FilePreview, tableField } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { Tick } from '../ui/tick.tsx';

interface ColumnChoiceProps {
  table: NonNullable<FilePreview['table']>;
  onChoose(change: FileChoices): void;
}

/** Rows of a table that are shown. */
const few = 6;
const fields = tableField.options;

/** Which field each column of a table holds. */
export function ColumnChoice({ table, onChoose }: ColumnChoiceProps) {
  const { intake } = useMessages();
  const { rows, columns } = table;
  const width = Math.max(columns.fields.length, ...rows.map((row) => row.length));
  const at = Array.from({ length: width }, (_, column) => column);
  const choose = (change: Partial<ColumnMapping>) => onChoose({ columns: { ...columns, ...change } });
  const hold = (column: number, field: (typeof fields)[number] | 'none') =>
    choose({
      // A field stands in one column only.
      fields: at.map((one) => {
        if (one === column) return field === 'none' ? null : field;
        const now = columns.fields[one] ?? null;
        return now === field ? null : now;
      }),
    });
  return (
    <section aria-label={intake.columnsTitle}>
      <h3 className="label">{intake.columnsTitle}</h3>
      <Tick on={columns.header} onChange={(header) => choose({ header })}>
        {intake.header}
      </Tick>
      <div className="columns-scroll scroll">
        <table className="columns">
          <thead>
            <tr>
              {at.map((column) => {
                const field = columns.fields[column] ?? null;
                const label = field === null ? intake.notTaken : intake.tableFields[field];
                return (
                  <th key={column} scope="col">
                    <ChoiceMenu
                      label={intake.column(column + 1)}
                      value={field ?? 'none'}
                      options={[
                        ['none', intake.notTaken] as const,
                        ...fields.map((one) => [one, intake.tableFields[one]] as const),
                      ]}
                      onChange={(next) => hold(column, next)}
                    >
                      <Button className="btn" aria-label={`${intake.column(column + 1)}: ${label}`}>
                        {label}
                        <Icon of={ChevronDown} size={14} />
                      </Button>
                    </ChoiceMenu>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, few).map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no name but their number
              <tr key={line} className={line === 0 && columns.header ? 'head' : ''}>
                {at.map((column) => (
                  <td key={column}>{(row[column] ?? '').slice(0, 120)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
