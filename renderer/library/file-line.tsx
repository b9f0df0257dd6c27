import { Act } from '../ui/controls.tsx';

interface FileLineProps {
  /** Its path below what was chosen, or inside an archive. */
  file: string;
  /** Said after its folders: which record. */
  more?: string;
  about: string;
  /** What can be done with it; nothing when there is no `onPress`. */
  verb: string;
  onPress?: (() => void) | undefined;
}

/** A file by its name, with its folders below. */
export function FileName({ file, more = '' }: { file: string; more?: string }) {
  const parts = file.split(/[\\/]/);
  return (
    <>
      <b>{parts.at(-1)}</b>
      <small>{[parts.slice(0, -1).join(' / '), more].filter(Boolean).join(', ')}</small>
    </>
  );
}

/** A file as a row of a table, with what can be done with it. */
export function FileLine({ file, more = '', about, verb, onPress }: FileLineProps) {
  return (
    <tr>
      <th scope="row">
        <FileName file={file} more={more} />
      </th>
      <td>{about}</td>
      <td className="does">
        {onPress !== undefined && (
          <Act kind="link" aria-label={`${verb} ${file.split(/[\\/]/).at(-1)}`} onPress={onPress}>
            {verb}
          </Act>
        )}
      </td>
    </tr>
  );
}
