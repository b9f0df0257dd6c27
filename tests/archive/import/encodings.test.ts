import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Encoding, encode, encodings } from '../../../archive/import/charset.ts';
import { damagedText, isDamaged, repairedText } from '../../../archive/import/encodings/mojibake.ts';
import { readFileOfAnyFormat } from '../../../archive/import/formats.ts';
import { decodeText } from '../../../archive/import/text-bytes.ts';
import * as made from './samples/samples.ts';

const folder = new URL('../../../build/resources/sample/', import.meta.url);
const articles = readdirSync(folder).map((name) =>
  readFileSync(new URL(name, folder), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''),
);
const kazakh = [
  'Өскемен қаласында су мамандарының кездесуі өтеді. Жиынға бес елдің өкілдері қатысады, деп хабарлады ұйымдастырушылар. Ертіс өзені туралы шешім күзде қабылдануы мүмкін. Ғалымдар ұсыныстарын жариялады, ал тұрғындар көлдің жағдайына алаңдайды.',
  'Ауыл тұрғындары жаңа көпірдің ашылуын күтіп отыр. Құрылыс биыл көктемде басталды, бірақ су тасқыны кедергі келтірді. Әкімдік өкілі жұмыс қыркүйекте аяқталады деді. Жолаушылар әзірге айналма жолмен жүреді, ол он бес шақырымға ұзағырақ.',
];

/** Pieces of 200 to 400 letters of the sample's articles, each beginning elsewhere. */
const pieces = articles.flatMap((text) => {
  const plain = text.replace(/\s+/g, ' ');
  return Array.from({ length: Math.floor(plain.length / 70) }, (_, i) =>
    plain.slice(i * 70, i * 70 + 250 + ((i * 37) % 170)),
  ).filter((piece) => (piece.match(/[а-яё]/gi)?.length ?? 0) >= 200);
});

/** A text as an encoding can hold it: signs that it lacks are written as typewriters write them. */
function writable(text: string, encoding: Encoding): string | undefined {
  const plain = text
    .replace(/[«»„“”]/g, '"')
    .replace(/[—–]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u00ad/g, '')
    .replace(/[’‘]/g, "'");
  const fits = (one: string) => !encode(one, encoding).includes(63) || one.includes('?');
  return [text, plain].find(fits);
}

const formats: Readonly<Record<string, (text: string, encoding: Encoding) => Uint8Array>> = {
  txt: (text, encoding) => encode(text, encoding),
  md: (text, encoding) => encode(`# Вести\n\n${text}`, encoding),
  html: (text, encoding) => encode(`<html><body><h1>Вести</h1><p>${text}</p></body></html>`, encoding),
  csv: (text, encoding) =>
    encode(
      made.csv(
        [
          ['Заголовок', 'Текст'],
          ['Вести', text],
        ],
        ';',
      ),
      encoding,
    ),
  json: (text, encoding) => encode(JSON.stringify([{ title: 'Вести', text }]), encoding),
  jsonl: (text, encoding) => encode(`${JSON.stringify({ title: 'Вести', text })}\n`, encoding),
  xml: (text, encoding) =>
    encode(
      `<rss><channel><title>Вестник</title><item><title>Вести</title><description>${text.replace(/[<&]/g, ' ')}</description></item></channel></rss>`,
      encoding,
    ),
  fb2: (text, encoding) =>
    encode(`<FictionBook><body><section><p>${text.replace(/[<&]/g, ' ')}</p></section></body></FictionBook>`, encoding),
};

const words = (text: string) => text.match(/[\p{L}\d]+/gu)!.join(' ');

describe('texts of 200 letters and more, in every encoding and format that can have it', () => {
  test.each(Object.keys(formats))('%s', { timeout: 60_000 }, async (format) => {
    let [right, all] = [0, 0];
    const wrong: string[] = [];
    for (const [i, text] of [...pieces, ...kazakh].entries()) {
      for (const [k, encoding] of encodings.entries()) {
        // Every text in some of the encodings, so that every pair of text and encoding comes in one format or another.
        if (format !== 'txt' && (i + k) % 4 !== 0) continue;
        const written = writable(text, encoding);
        if (written === undefined) continue;
        const { reads } = await readFileOfAnyFormat({
          file: `a.${format}`,
          bytes: formats[format]!(written, encoding),
        });
        const [read] = reads;
        all++;
        if (
          read !== undefined &&
          'article' in read &&
          words(`${read.article.title} ${read.article.body}`).includes(words(written).slice(-150))
        )
          right++;
        else wrong.push(`${encoding}: ${text.slice(0, 40)}`);
      }
    }
    expect(all).toBeGreaterThan(format === 'txt' ? 500 : 120);
    expect(right / all, wrong.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});

test('what a person chose is not guessed again', () => {
  const bytes = encode(pieces[0]!, 'windows-1251');
  expect(decodeText(bytes, undefined, 'koi8-r')).toMatchObject({ encoding: 'koi8-r' });
});

describe('texts that were read in a wrong encoding', () => {
  const text =
    'Мурат Касенов встретился с советом по воде: «Озеро» обмелело на треть, и хозяйства ждут решения — сообщил вестник.';
  test.each([
    ['utf-8', 'windows-1251'],
    ['utf-8', 'windows-1252'],
    ['utf-8', 'iso-8859-1'],
    ['windows-1251', 'windows-1252'],
    ['windows-1251', 'koi8-r'],
    ['koi8-r', 'windows-1251'],
    ['cp866', 'windows-1251'],
    ['utf-8', 'cp866'],
  ] as const)('%s as %s', (right, wrong) => {
    const written = writable(text, right)!;
    const damaged = damagedText(written, right, wrong);
    // What the wrong encoding had no sign for cannot come back.
    if (damaged.includes('\ufffd')) return expect(repairedText(damaged)).toBe(damaged);
    expect(repairedText(damaged)).toBe(written);
  });
  test('twice', () =>
    expect(repairedText(damagedText(damagedText(text, 'utf-8', 'windows-1252'), 'utf-8', 'windows-1252'))).toBe(text));
  test('three times', () => {
    const once = (one: string) => damagedText(one, 'utf-8', 'iso-8859-1');
    expect(repairedText(once(once(once(text))))).toBe(text);
  });
  test('one damaged line among sound ones', () => {
    const sound = 'Первая строка цела и читается хорошо.';
    expect(repairedText(`${sound}\n${damagedText(text, 'utf-8', 'windows-1251')}`)).toBe(`${sound}\n${text}`);
  });
  test.each([...pieces.slice(0, 20), ...kazakh, 'Water council meets', ''])('sound text stays: %.30s', (sound) => {
    expect([isDamaged(sound), repairedText(sound)]).toEqual([false, sound]);
  });
});
