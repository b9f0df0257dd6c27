import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../dist/host/cli.mjs');

/** An archive for one measurement, in a folder of its own. */
export interface LargeArchive {
  readonly folder: string;
  /** The titles' words, each once, as people search for them. */
  readonly words: readonly string[];
  /** Runs a command of the program on it. @returns what `--json` printed */
  podshivka(...given: string[]): Record<string, unknown>;
  /** Lines of the program's log. */
  log(): string[];
  /** Resident memory of the process that holds the archive, and what the kernel gave it at most, MB. */
  memory(): { now: number; peak: number };
  /** Processor's time of that process since it began, milliseconds: what a busy machine does not lengthen. */
  processor(): number;
  pid(): number;
  remove(): void;
}

/**
 * Takes in a corpus, or copies an archive that was made of it before.
 *
 * @param corpus  articles as JSON Lines
 * @param made    an archive's folder; it stays as it is
 */
export function largeArchive(corpus: string, made: string | undefined): LargeArchive {
  const home = mkdtempSync(join(tmpdir(), 'podshivka-large-'));
  const folder = join(home, 'Архив');
  const state = join(home, 'state');
  const podshivka = (...given: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, [cli, ...given, '--archive', folder, '--json'], {
        encoding: 'utf8',
        env: { ...process.env, XDG_STATE_HOME: state },
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as Record<string, unknown>;
  if (made === undefined) podshivka('import', corpus);
  else cpSync(made, folder, { recursive: true });
  const pid = () => (JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as { pid: number }).pid;
  return {
    folder,
    words: titleWords(corpus),
    podshivka,
    log() {
      try {
        return readFileSync(join(state, 'podshivka', 'host.jsonl'), 'utf8').split('\n');
      } catch {
        return []; // nothing to say
      }
    },
    memory() {
      const status = readFileSync(`/proc/${pid()}/status`, 'utf8');
      const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1e3;
      return { now: of('VmRSS'), peak: of('VmHWM') };
    },
    processor() {
      // Fields 14 and 15 of proc(5), in ticks of 10 ms; the name before them may hold anything but a bracket.
      const fields = readFileSync(`/proc/${pid()}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return 10 * (Number(fields[11]) + Number(fields[12]));
    },
    pid,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function titleWords(file: string): string[] {
  const bytes = Buffer.alloc(2_000_000);
  const handle = openSync(file, 'r');
  const length = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  // The last line is cut.
  const lines = bytes.toString('utf8', 0, length).split('\n').slice(0, -1).slice(0, 400);
  const titles = lines.map((line) => (JSON.parse(line) as { title: string }).title);
  return [...new Set(titles.flatMap((title) => title.match(/\p{L}{4,}/gu) ?? []))];
}
