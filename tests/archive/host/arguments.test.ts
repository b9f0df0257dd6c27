import { expect, test } from 'vitest';
import { WrongUse } from '../../../archive/host/arguments.ts';
import { backupCommand, restoreCommand } from '../../../archive/host/commands/backup.ts';
import { binCommand, removeCommand } from '../../../archive/host/commands/bin.ts';
import { doctorCommand } from '../../../archive/host/commands/doctor.ts';
import { exportCommand } from '../../../archive/host/commands/export.ts';
import { importCommand } from '../../../archive/host/commands/import.ts';
import { mergeCommand, packCommand } from '../../../archive/host/commands/portable.ts';
import { searchCommand } from '../../../archive/host/commands/search.ts';
import { prepareServe } from '../../../archive/host/commands/serve.ts';
import { showCommand } from '../../../archive/host/commands/show.ts';

/** A command line is understood, or is wrong use with a sentence that holds these words. */
function check(prepare: (args: readonly string[]) => unknown, line: string, wrong?: string) {
  const args = line === '' ? [] : line.split(' ');
  if (wrong === undefined) expect(() => prepare(args)).not.toThrow();
  else {
    expect(() => prepare(args)).toThrow(WrongUse);
    expect(() => prepare(args)).toThrow(wrong);
  }
}

test('import', () => {
  check(importCommand.prepare, 'статьи --archive /tmp/a --json');
  check(importCommand.prepare, '', 'Что принять');
  check(importCommand.prepare, 'статьи --archiv /tmp/a', '--archiv');
});

test('search', () => {
  check(searchCommand.prepare, 'вода --sort date --fields title,body --from 2024-08 --limit 0');
  check(searchCommand.prepare, '--batch запросы.txt --json');
  check(searchCommand.prepare, 'вода --person Имнадзе --person Нуртлеу');
  check(searchCommand.prepare, '', 'запрос');
  check(searchCommand.prepare, '-засуха вода --json');
  check(searchCommand.prepare, 'вода --batch запросы.txt', 'запрос');
  check(searchCommand.prepare, 'вода --sort новые', '--sort');
  check(searchCommand.prepare, 'вода --fields lead', '--fields');
  check(searchCommand.prepare, 'вода --limit мало', '--limit');
  check(searchCommand.prepare, 'вода --from вчера', '--from');
});

test('keeping', () => {
  check(doctorCommand.prepare, '--look --json');
  check(doctorCommand.prepare, '--lookk', 'Нет такого ключа: --lookk');
  check(doctorCommand.prepare, '--look=да', 'Ключ не понят: --look');
  check(doctorCommand.prepare, '--archive', 'После --archive нужно значение');
  check(doctorCommand.prepare, 'архив', 'Лишнее слово: архив');
  check(backupCommand.prepare, '--list');
  check(backupCommand.prepare, 'list', 'Лишнее слово');
  check(restoreCommand.prepare, '--latest --preview');
  check(restoreCommand.prepare, '', '--latest');
  check(restoreCommand.prepare, 'копия --latest', '--latest');
  check(packCommand.prepare, '--out a.podshivka');
  check(packCommand.prepare, '', '--out');
  check(packCommand.prepare, 'a.podshivka', 'Лишнее слово');
  check(mergeCommand.prepare, 'a.podshivka --preview');
  check(mergeCommand.prepare, 'a.podshivka b.podshivka', 'один файл');
  check(removeCommand.prepare, '1 2');
  check(removeCommand.prepare, '1 --source Казинформ', 'одно из трёх');
  check(removeCommand.prepare, 'первая', 'ID');
  check(binCommand.prepare, 'щука на озере');
  check(binCommand.prepare, '--put-back 1,2');
  check(binCommand.prepare, '--put-back 1 --empty --yes', 'что-то одно');
  check(binCommand.prepare, 'щука --empty', 'что-то одно');
});

test('show, export, serve', () => {
  check(showCommand.prepare, '12 --json');
  check(showCommand.prepare, 'двенадцать', 'ID');
  check(showCommand.prepare, '1 2', 'одной');
  check(exportCommand.prepare, '--ids 1,2 --out a.pdf');
  check(exportCommand.prepare, '--query вода --out a.pdf --limit 5');
  check(exportCommand.prepare, '--query вода --ids 1 --out a.pdf', '--query');
  check(exportCommand.prepare, '--query вода', '--out');
  check(exportCommand.prepare, '--query вода --out a.xyz --format xyz', '--format');
  check(prepareServe, '--port 0 --window');
  check(prepareServe, '--port восемь', '--port');
});
