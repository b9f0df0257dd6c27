import { Radio, RadioGroup } from 'react-aria-components';

interface SegmentsProps<Key extends string> {
  label: string;
  value: Key;
  options: readonly (readonly [Key, string])[];
  onChange(value: Key): void;
  /** Shows the label above the segments instead of only saying it. */
  labelled?: boolean;
}

/** A choice of one among few, set in a row. */
export function Segments<Key extends string>({
  label,
  value,
  options,
  onChange,
  labelled = false,
}: SegmentsProps<Key>) {
  const group = (
    <RadioGroup
      className="seg"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as Key)}
    >
      {options.map(([key, text]) => (
        <Radio key={key} value={key} className="seg-one">
          {text}
        </Radio>
      ))}
    </RadioGroup>
  );
  if (!labelled) return group;
  return (
    <div className="labelled">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {group}
    </div>
  );
}
