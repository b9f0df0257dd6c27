import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportRequest } from '../../../archive/contract/exports.ts';
import { exportRequest } from '../../../archive/contract/exports.ts';
import { archiveOfTests, folderOfTests, refusal } from './archive-of-tests.ts';
import { stories } from './stories.ts';

type Asked = Parameters<typeof exportRequest.parse>[0] & Partial<ExportRequest>;

async function opened() {
  const archive = archiveOfTests();
  await archive.take(stories);
  const folder = folderOfTests();
  const asked = (request: Asked) =>
    exportRequest.parse({ subject: { by: 'search', request: { query: '' }, limit: 10 }, ...request });
  return {
    ...archive,
    asked,
    /** Exports into a file. @returns its text */
    async save(request: Asked, name = 'out'): Promise<string> {
      const { job } = await archive.client.exports.start(asked({ path: join(folder, name), ...request }));
      const { state, refusal: refused } = await archive.archive.jobs.ended(job);
      return state === 'done' ? readFileSync(request.path ?? join(folder, name), 'utf8') : (refused ?? state);
    },
  };
}

test('a subject is a search, ids, a selection with its comments, or all that name somebody', async () => {
  const { client, save, find } = await opened();
  const [berth] = await find('причал осенью');
  const titles = async (subject: object) =>
    (await save({ format: 'csv', tableColumns: ['title', 'comment'], subject: subject as never }))
      .split('\r\n')
      .slice(1, -1);
  expect(await titles({ by: 'ids', ids: [berth] })).toEqual(['Причал на озере построят осенью,']);
  const { id } = await client.selections.create({ name: 'Озеро' });
  await client.selections.include({ id, articles: [berth!] });
  await client.selections.comment({ id, article: berth!, comment: 'Сроки' });
  expect(await titles({ by: 'selection', selection: id })).toEqual(['Причал на озере построят осенью,Сроки']);
  const { entities } = await client.entities.list({ filter: 'Белова' });
  expect(await titles({ by: 'entity', entity: entities[0]!.id, limit: 10 })).toEqual([
    'Ёлочные ярмарки откроются в декабре,',
    'Хоккеисты выиграли кубок,',
  ]);
  expect(await titles({ by: 'search', request: { query: 'ярмарка' }, limit: 10 })).toEqual([
    'Ёлочные ярмарки откроются в декабре,',
  ]);
});

test('Markdown, HTML, XLSX and DOCX are written from the archive', async () => {
  const { save } = await opened();
  expect(await save({ format: 'markdown', title: 'Обзор' })).toMatch(/^# Обзор\n/);
  expect(await save({ format: 'html' })).toContain('Хоккеисты выиграли кубок');
  expect((await save({ format: 'xlsx' })).slice(0, 2)).toBe('PK');
  expect((await save({ format: 'docx' })).slice(0, 2)).toBe('PK');
});

test('a dossier is of the one the subject is, or of the one named most', async () => {
  const { save, client } = await opened();
  const { entities } = await client.entities.list({ filter: 'Касенов' });
  const dossier = await save({ format: 'markdown', template: 'dossier', about: entities[0]!.id });
  expect(dossier).toContain('## Тимур Касенов');
  expect(dossier).toContain('### Хроника');
  expect(dossier).toContain('Мы построим причал');
});

test('annotations of the exported articles alone', async () => {
  const { client, save, find } = await opened();
  const [berth] = await find('причал осенью');
  const [fair] = await find('ярмарка');
  for (const article of [berth!, fair!])
    await client.annotations.create({ article, field: 'title', span: { start: 0, end: 6 }, pencil: 'blue' });
  const json = JSON.parse(await save({ format: 'annotations', subject: { by: 'ids', ids: [berth!] } }));
  expect(JSON.stringify(json)).toContain('Причал');
  expect(JSON.stringify(json)).not.toContain('Ёлочны');
});

test('what cannot be made is refused: no articles, no marked passages, nothing made before', async () => {
  const { client, asked } = await opened();
  const nowhere = asked({ subject: { by: 'search', request: { query: 'небывальщина' } as never, limit: 5 } });
  expect(await refusal(client.exports.start(nowhere))).toBe('NOTHING_TO_EXPORT');
  expect(await refusal(client.exports.start(asked({ template: 'quotes' })))).toBe('NOTHING_TO_EXPORT');
  expect(await refusal(client.exports.repeat())).toBe('NOTHING_TO_EXPORT');
  expect(await client.exports.last()).toBeNull();
  expect(await refusal(client.exports.start(asked({ subject: { by: 'selection', selection: 99 } })))).toBe('NOT_FOUND');
});

test('a folder that is not there is refused, and nothing is left behind', async () => {
  const { save } = await opened();
  expect(await save({ format: 'csv' }, 'нет такой папки/out.csv')).toBe('FOLDER_MISSING');
});

test('the last export is remembered without its path, and made again into the same place', async () => {
  const { client, save, archive, asked } = await opened();
  const path = join(folderOfTests(), 'последний.csv');
  await save({ format: 'csv', title: 'Озеро', path });
  const last = await client.exports.last();
  expect(last).toMatchObject({ file: 'последний.csv', request: { format: 'csv', title: 'Озеро' } });
  expect(JSON.stringify(last)).not.toContain(path);
  const before = readFileSync(path, 'utf8');
  await archive.jobs.ended((await client.exports.repeat()).job);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect((await client.exports.name(asked({ title: 'Озеро', format: 'docx' }))).name).toMatch(
    /^Озеро, дайджест .*\.docx$/,
  );
});

test('templates are kept by name, replaced, removed', async () => {
  const { client } = await opened();
  const {
    subject: _,
    title: _t,
    period: _p,
    about: _a,
    path: _f,
    ...setup
  } = exportRequest.parse({ subject: { by: 'ids', ids: [1] } });
  const named = async () => (await client.exports.templates()).map(({ name, setup: kept }) => `${name}: ${kept.page}`);
  await client.exports.keepTemplate({ name: 'Утренний', setup });
  await client.exports.keepTemplate({ name: 'Брошюра', setup: { ...setup, page: 'A5' } });
  expect(await named()).toEqual(['Брошюра: A5', 'Утренний: A4']);
  await client.exports.keepTemplate({ name: 'Утренний', setup: { ...setup, page: 'Letter' } });
  await client.exports.forgetTemplate({ name: 'Брошюра' });
  expect(await named()).toEqual(['Утренний: Letter']);
});

test('a cancelled export ends, and leaves no file', async () => {
  const { client, archive, asked } = await opened();
  const folder = folderOfTests();
  const { job } = await client.exports.start(asked({ format: 'docx', path: join(folder, 'out.docx') }));
  await client.jobs.cancel({ job });
  expect((await archive.jobs.ended(job)).state).toBe('cancelled');
  expect(() => readFileSync(join(folder, 'out.docx'))).toThrow();
  expect(() => readFileSync(join(folder, 'out.docx.part'))).toThrow();
});
