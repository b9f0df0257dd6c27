import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportName, safeName } from '../../../archive/export/file-name.ts';

const check = (title: string, expected: string) =>
  expect(exportName({ format: 'pdf', template: 'digest' }, title, '2024-08-12')).toBe(expected);

test('a name in Russian, with its kind and day', () => {
  check('К совещанию', 'К совещанию, дайджест 2024-08-12.pdf');
  check('Дайджест прессы', 'Дайджест прессы 2024-08-12.pdf');
  check('', 'дайджест 2024-08-12.pdf');
  check('а/б\\в:г*д?"е"<ж>|з', 'а б в г д е ж з, дайджест 2024-08-12.pdf');
  check('..\u0000\u202eскрыто. ', 'скрыто, дайджест 2024-08-12.pdf');
  expect(exportName({ format: 'bibtex', template: 'digest' }, 'Вода', '2024-08-12')).toBe(
    'Вода, источники 2024-08-12.bib',
  );
});

test('names that Windows keeps for devices', () => {
  expect(safeName('CON', '.pdf')).toBe('_CON.pdf');
  expect(safeName('com1.отчёт', '.pdf')).toBe('_com1.отчёт.pdf');
  expect(safeName('Контора', '.pdf')).toBe('Контора.pdf');
});

test('any title gives a name that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
      const name = exportName({ format: 'xlsx', template: 'digest' }, title, '2024-08-12');
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\u202e]|^[\s.]|[\s.]$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      expect(name.isWellFormed()).toBe(true);
      expect(name.endsWith('2024-08-12.xlsx')).toBe(true);
    }),
  );
});
