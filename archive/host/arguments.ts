import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line was used wrongly: exit code 2, with a sentence that says how it is used. */
export class WrongUse extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command has. */
const common = { archive: { type: 'string' }, json: { type: 'boolean', default: false } } as const satisfies Options;

/**
 * The arguments of one command. There are no options of one dash: what begins with one is a word of a query («-слово»
 * excludes a word).
 *
 * @throws WrongUse for an option the command does not have
 */
export function readArguments<const Own extends Options>(args: readonly string[], own: Own) {
  const ends = args.indexOf('--');
  const read = ends === -1 ? args : args.slice(0, ends);
  const isWord = (argument: string) => /^-[^-]/.test(argument);
  const words = [...read.filter(isWord), ...args.slice(read.length + 1)];
  try {
    const given = [...read.filter((argument) => !isWord(argument)), '--', ...words];
    return parseArgs({ args: given, options: { ...common, ...own }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse(sentence(error));
  }
}

/** The options of a command that takes nothing else. @throws WrongUse also for a word */
export function readOptions<const Own extends Options>(args: readonly string[], own: Own) {
  const { values, positionals } = readArguments(args, own);
  if (positionals.length > 0) throw new WrongUse(`Лишнее слово: ${positionals[0]}`);
  return { values };
}

/** What the library has to say about options, in Russian. */
function sentence(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string };
  const option = /--[^\s',<]+/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Нет такого ключа: ${option}`;
  return /argument missing|ambiguous/.test(message) ? `После ${option} нужно значение` : `Ключ не понят: ${option}`;
}

/** A whole number of at least `least`. @throws WrongUse */
export function wholeNumber(text: string, name: string, least = 1): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new WrongUse(`--${name}: нужно целое число не меньше ${least}`);
  return value;
}

/** One of the words. @throws WrongUse */
export function oneOf<Word extends string>(text: string, name: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new WrongUse(`--${name}: ${words.join(' или ')}`);
  return word;
}
