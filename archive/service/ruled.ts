import { sep } from 'node:path';
import type { FolderRule } from '../contract/intake.ts';
import type { ArticleRecord } from '../import/article-record.ts';
import type { Confidence } from '../import/metadata.ts';

/** The rule for a file: of several folders it lies in, the innermost. @param path absolute */
export function ruleFor(rules: readonly FolderRule[], path: string): FolderRule | undefined {
  const covering = rules.filter((rule) => path === rule.path || path.startsWith(rule.path.replace(/[\\/]?$/, sep)));
  return covering.sort((a, b) => b.path.length - a.path.length)[0];
}

/** A record as the rule of its folder has it: what a person said is certain. */
export function ruled(record: ArticleRecord, rule: FolderRule | undefined): ArticleRecord {
  if (rule === undefined) return record;
  const { source, author, rubric } = rule;
  const said = {
    ...(source !== null && { source }),
    ...(author !== null && { author }),
    ...(rubric !== null && { rubric }),
  };
  const certain: Confidence = Object.fromEntries(Object.keys(said).map((field) => [field, 1]));
  return { ...record, ...said, confidence: { ...record.confidence, ...certain } };
}
