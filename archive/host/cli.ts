import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { WrongUse } from './arguments.ts';
import type { Command } from './command.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { binCommand, removeCommand } from './commands/bin.ts';
import { doctorCommand } from './commands/doctor.ts';
import { entitiesCommand } from './commands/entities.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { indexed } from './commands/job.ts';
import { mergeCommand, packCommand } from './commands/portable.ts';
import { searchCommand } from './commands/search.ts';
import { prepareServe, serveUsage } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { defaultArchive } from './default-archive.ts';
import { logFolder, noteCrashes } from './host-log.ts';
import { reach } from './join.ts';
import { programVersion } from './program.ts';
import { programParts } from './program-parts.ts';
import { Refused, sentenceOf } from './refused.ts';
import { terminal } from './terminal.ts';

/** The command `podshivka`. Exit codes: 0 done, 1 refused or failed, 2 wrong use. */
const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  search: searchCommand,
  show: showCommand,
  entities: entitiesCommand,
  export: exportCommand,
  remove: removeCommand,
  bin: binCommand,
  backup: backupCommand,
  restore: restoreCommand,
  pack: packCommand,
  merge: mergeCommand,
  doctor: doctorCommand,
};

const wholeUsage = () =>
  [
    `Подшивка ${programVersion()}`,
    ...[...Object.keys(commands), 'serve'].map(usageOf),
    'Без --archive берётся папка «Подшивка» среди документов.',
  ].join('\n');

/** How a command is used, or all of them where there is none of that name. */
function usageOf(name: string | undefined): string {
  const line = name === undefined ? undefined : name === 'serve' ? serveUsage : commands[name]?.usage;
  return line === undefined ? wholeUsage() : `  podshivka ${line}`;
}

const parts = programParts();
noteCrashes(parts.log, 'command');

async function run(name: string | undefined, args: readonly string[]): Promise<void> {
  if (args.includes('--help') || name === '--help' || name === '-h' || name === 'help')
    return terminal.out(usageOf(name));
  if (name === '--version') return terminal.out(programVersion());
  if (name === 'serve') return prepareServe(args)(terminal, parts);
  const command = name === undefined ? undefined : commands[name];
  if (command === undefined) throw new WrongUse(name === undefined ? 'Нужна команда' : `Нет такой команды: ${name}`);
  const { folder, run } = command.prepare(args);
  const path = resolve(folder ?? defaultArchive());
  if (command.founds !== true && !existsSync(path)) throw new Refused('FOLDER_MISSING', basename(path));
  const reached = await reach(path, parts);
  try {
    if (command.searches === true) await indexed(reached.client, terminal);
    await run({ client: reached.client, terminal });
  } finally {
    if (reached.by === 'opening') await reached.host.close();
  }
}

/** The exit code for what stopped a command, said on standard error. */
function failed(error: unknown): 1 | 2 {
  if (error instanceof WrongUse) {
    terminal.say(`${error.message}\n\n${usageOf(name)}`);
    return 2;
  }
  const sentence = sentenceOf(error);
  if (sentence === undefined) parts.log({ level: 'error', event: 'fault', name: 'command', cause: error });
  terminal.say(sentence ?? `Ошибка программы. Подробности: ${logFolder()}`);
  return 1;
}

// A reader that has seen enough («| head») closes the pipe: that ends the command and is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const [name, ...args] = process.argv.slice(2);
run(name, args).catch((error: unknown) => {
  process.exitCode = failed(error);
});
