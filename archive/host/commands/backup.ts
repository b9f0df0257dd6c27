import type { Backup, BackupReason, RestorePreview } from '../../contract/backups.ts';
import { refusalOf } from '../../contract/client.ts';
import { readArguments, readOptions, WrongUse } from '../arguments.ts';
import type { Command } from '../command.ts';
import { Refused } from '../refused.ts';
import { follow } from './job.ts';

const reasons: Record<BackupReason, string> = {
  request: 'по просьбе',
  daily: 'за день',
  schema: 'перед обновлением',
  restore: 'перед возвратом копии',
  merge: 'перед приёмом архива',
};

const moment = new Intl.DateTimeFormat('ru', { dateStyle: 'medium', timeStyle: 'short' });

/** One backup as a line of the terminal. */
function backupLine({ id, madeAt, reason, figures }: Backup): string {
  const holds = figures === null ? 'не читается' : `статей ${figures.articles}, заметок ${figures.annotations}`;
  return `${moment.format(new Date(madeAt))}  ${reasons[reason]}: ${holds}\n    ${id}`;
}

/** Makes a backup, or lists those there are. */
export const backupCommand: Command = {
  usage: 'backup [--list] [--archive DIR] [--json]',
  prepare(args) {
    const { values } = readOptions(args, { list: { type: 'boolean', default: false } });
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        if (!values.list) await follow(client, (await client.backups.make()).job, terminal);
        const backups = await client.backups.list();
        if (values.json) return terminal.out(JSON.stringify(values.list ? backups : backups[0]));
        if (values.list && backups.length === 0) return terminal.out('Копий пока нет');
        for (const backup of values.list ? backups : backups.slice(0, 1)) terminal.out(backupLine(backup));
      },
    };
  },
};

/** Puts a backup in the archive's place, or says what that would change. */
export const restoreCommand: Command = {
  usage: 'restore ID | --latest [--preview] [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, {
      latest: { type: 'boolean', default: false },
      preview: { type: 'boolean', default: false },
    });
    if (positionals.length + Number(values.latest) !== 1) throw new WrongUse('Нужно имя копии или --latest');
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const id = positionals[0] ?? (await client.backups.list())[0]?.id;
        if (id === undefined) throw new Refused('Копий у этого архива нет');
        const preview = await client.backups.preview({ id }).catch((error: unknown) => {
          // With nothing whole to compare with, the backup is what there is.
          if (refusalOf(error)?.code !== 'ARCHIVE_DAMAGED') throw error;
          return undefined;
        });
        if (!values.json && preview !== undefined) terminal.out(changesSentence(preview));
        if (!values.preview) await follow(client, (await client.backups.restore({ id })).job, terminal);
        if (values.json) terminal.out(JSON.stringify({ id, ...preview }));
        else if (!values.preview) terminal.out('Копия возвращена. Прежнее состояние сохранено отдельной копией');
      },
    };
  },
};

function changesSentence({ articles, annotations, selections }: RestorePreview): string {
  const part = (name: string, { back, gone, changed }: RestorePreview['articles']) =>
    `${name}: вернётся ${back}, пропадёт ${gone}, изменится ${changed}`;
  return [part('Статьи', articles), part('Заметки', annotations), part('Подборки', selections)].join('\n');
}
