import { readArguments, WrongUse, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';

export const showCommand: Command = {
  usage: 'show ID [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, {});
    const [given] = positionals;
    if (given === undefined || positionals.length > 1) throw new WrongUse('Нужен номер одной статьи');
    const id = wholeNumber(given, 'ID');
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const article = await client.articles.get({ id });
        const { key, title, body, lead, author, source, date, url, rubric, encoding, format } = article;
        if (values.json) {
          const mentions = article.mentions.map(({ field, start, end, text, kind, entity, label }) => ({
            start,
            end,
            text,
            kind,
            entity,
            label,
            field,
          }));
          const shown = { id, key, title, body, lead, author, source, date, url, rubric, encoding, format, mentions };
          return terminal.out(JSON.stringify(shown));
        }
        terminal.out(title);
        terminal.out([source, date, author].filter((part) => part !== null).join(' · '));
        terminal.out(`\n${body}`);
      },
    };
  },
};
