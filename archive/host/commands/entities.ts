import { oneOf, readOptions } from '../arguments.ts';
import type { Command } from '../command.ts';

export const entitiesCommand: Command = {
  usage: 'entities [--kind person|organization] [--archive DIR] [--json]',
  prepare(args) {
    const { values } = readOptions(args, { kind: { type: 'string' } });
    const kind = values.kind === undefined ? null : oneOf(values.kind, 'kind', ['person', 'organization']);
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const { entities } = await client.entities.list({ kind, limit: 100_000 });
        if (!values.json) {
          for (const { name, articles } of entities) terminal.out(`${String(articles).padStart(6)}  ${name}`);
          return;
        }
        const details = [];
        for (const { id } of entities) details.push(await client.entities.detail({ id }));
        terminal.out(JSON.stringify(details));
      },
    };
  },
};
