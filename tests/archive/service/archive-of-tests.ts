import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { ArchiveClient } from '../../../archive/contract/client.ts';
import { refusalOf } from '../../../archive/contract/client.ts';
import { searchRequest } from '../../../archive/contract/search.ts';
import { type Archive, openArchive } from '../../../archive/service/archive.ts';
import type { LogLine } from '../../../archive/service/log.ts';
import { router } from '../../../archive/service/router.ts';
import { poolOfTests, type Story } from './pool-of-tests.ts';

/** An archive in a folder of its own, with its calls made directly and what it logged. */
export interface ArchiveOfTests {
  readonly folder: string;
  readonly archive: Archive;
  readonly client: ArchiveClient;
  readonly log: LogLine[];
  /** Imports stories and waits for the end. @returns the job */
  take(stories: readonly Story[]): Promise<string>;
  /** Ids of the articles a query finds, best first. */
  find(query: string): Promise<number[]>;
}

/** A folder that is gone when the test has finished. */
export function folderOfTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'podshivka-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens an archive; closed when the test has finished, if it is not before. */
export function archiveOfTests(folder = join(folderOfTests(), 'archive')): ArchiveOfTests {
  const log: LogLine[] = [];
  const archive = openArchive(folder, {
    resources: join(import.meta.dirname, '../../../build/resources'),
    pool: poolOfTests,
    log: (line) => log.push(line),
    watching: { stable: 80, check: 3_600_000, poll: 200 },
    program: 'test',
  });
  onTestFinished(() => archive.close());
  const client: ArchiveClient = createRouterClient(router(archive), { context: { log: (line) => log.push(line) } });
  let files = 0;
  return {
    folder,
    archive,
    client,
    log,
    async take(stories) {
      const path = join(folderOfTests(), `stories-${++files}.json`);
      writeFileSync(path, JSON.stringify(stories));
      const { job } = await client.imports.start({ paths: [path] });
      await archive.jobs.ended(job);
      return job;
    },
    async find(query) {
      const { hits } = await client.search.run(searchRequest.parse({ query }));
      return hits.map(({ id }) => id);
    },
  };
}

/** The code an answer was refused with; `answered` when it was not. Any other error is thrown on. */
export async function refusal(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return 'answered';
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === undefined) throw error;
    return refused.code;
  }
}

/** What the check-up says of the three parts on disk. */
export async function whole({ client }: Pick<ArchiveOfTests, 'client'>) {
  const { findings } = await client.archive.checkUp();
  const ok = (check: string) => findings.find((finding) => finding.check === check)?.ok;
  return { database: ok('database'), originals: ok('originals'), index: ok('index') };
}
