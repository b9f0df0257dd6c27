import type { CurationStep, Entity } from '../contract/entities.ts';
import { refuse } from '../contract/refuse.ts';
import type { EntityKind } from '../contract/values.ts';
import { appendLog, curationFromJson, curationToJson } from '../entities/curation-log.ts';
import { takeStep } from '../store/history.ts';
import { alikePairs } from './alike-names.ts';
import type { Archive } from './archive.ts';
import { stepOf } from './asked-step.ts';
import { calls } from './calls.ts';
import { entityDetail, entityPage } from './entity-page.ts';
import { refreshNames } from './recognising.ts';

const alphabet = new Intl.Collator('ru');

export function entityCalls(archive: Archive) {
  const { database, changes } = archive;
  /** Writes steps of curation and files every article anew by them. */
  const curate = (steps: () => readonly object[]): number => {
    let written = 0;
    try {
      takeStep(database, 'curation', (edit) => {
        for (const step of steps()) {
          edit.insert('curation', { step: JSON.stringify(step), at: Date.now() });
          written++;
        }
      });
    } catch (error) {
      archive.forget();
      throw error;
    }
    archive.recurate();
    refreshNames(archive);
    changes.publish('entities', 'articles');
    return written;
  };
  return {
    list: calls.entities.list.handler(({ input }) => {
      const kinds: EntityKind[] = input.kind === null ? ['person', 'organization'] : [input.kind];
      const folded = input.filter.trim().toLowerCase().replaceAll('ё', 'е');
      const fitting = kinds
        .flatMap((kind) => archive.columns.namedEntities(kind))
        .filter((entity) => entity.folded.includes(folded));
      const once = fitting.filter(({ articles }) => articles === 1).length;
      const entities = fitting.filter(({ articles }) => articles >= input.least);
      const byName = (a: Entity, b: Entity) => alphabet.compare(a.name, b.name);
      entities.sort(input.sort === 'name' ? byName : (a, b) => b.articles - a.articles || byName(a, b));
      const page = entities.slice(input.offset, input.offset + input.limit);
      return { total: entities.length, once, entities: page.map(({ folded: _, ...entity }) => entity) };
    }),
    alike: calls.entities.alike.handler(({ input }) => {
      const pairs = alikePairs(archive);
      return { total: pairs.length, pairs: pairs.slice(0, input.limit) };
    }),
    detail: calls.entities.detail.handler(({ input }) => entityDetail(archive, input.id)),
    page: calls.entities.page.handler(({ input }) => entityPage(archive, input.id)),
    curate: calls.entities.curate.handler(({ input }: { input: CurationStep }) => {
      curate(() => [stepOf(database, archive.entities, input)]);
      return {};
    }),
    exportCuration: calls.entities.exportCuration.handler(() => ({ json: curationToJson(archive.entities.log) })),
    importCuration: calls.entities.importCuration.handler(({ input }) => {
      const read = curationFromJson(input.json);
      if ('refused' in read) refuse(read.refused === 'newer-version' ? 'ARCHIVE_NEWER' : 'ARCHIVE_FOREIGN');
      const own = archive.entities.log;
      const fresh = appendLog(own, read.log, new Date().toISOString()).slice(own.length);
      const steps = fresh.flatMap((record) => ('step' in record ? [record.step] : []));
      return {
        steps: curate(() => {
          for (const step of steps) archive.entities.adopt(step);
          return steps;
        }),
      };
    }),
  };
}
