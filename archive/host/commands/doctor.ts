import type { CheckUp } from '../../contract/library.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { Refused } from '../refused.ts';

const names: Record<CheckUp['findings'][number]['check'], string> = {
  database: 'база',
  schema: 'версия',
  originals: 'исходные файлы',
  index: 'указатель',
  space: 'место на диске',
};

export const doctorCommand: Command = {
  usage: 'doctor [--archive DIR] [--json]',
  prepare(args) {
    const { values } = readArguments(args, {});
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const [checkUp, info] = await Promise.all([client.archive.checkUp(), client.archive.info()]);
        if (values.json) terminal.out(JSON.stringify({ ...checkUp, archive: info }));
        else {
          for (const { check, ok, text } of checkUp.findings)
            terminal.out(`${ok ? '✓' : '✗'} ${names[check]}: ${text}`);
        }
        if (!checkUp.ok) throw new Refused('С архивом не всё в порядке');
      },
    };
  },
};
