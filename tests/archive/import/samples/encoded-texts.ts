import { readdirSync, readFileSync } from 'node:fs';
import { decode, type Encoding, encode, encodings } from '../../../../archive/import/charset.ts';
import { readFileOfAnyFormat } from '../../../../archive/import/formats.ts';
import * as made from './samples.ts';

const folder = new URL('../../../../build/resources/sample/', import.meta.url);
const articles = readdirSync(folder).map((name) =>
  readFileSync(new URL(name, folder), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''),
);
export const kazakh = [
  'Өскемен қаласында су мамандарының кездесуі өтеді. Жиынға бес елдің өкілдері қатысады, деп хабарлады ұйымдастырушылар. Ертіс өзені туралы шешім күзде қабылдануы мүмкін. Ғалымдар ұсыныстарын жариялады, ал тұрғындар көлдің жағдайына алаңдайды.',
  'Ауыл тұрғындары жаңа көпірдің ашылуын күтіп отыр. Құрылыс биыл көктемде басталды, бірақ су тасқыны кедергі келтірді. Әкімдік өкілі жұмыс қыркүйекте аяқталады деді. Жолаушылар әзірге айналма жолмен жүреді, ол он бес шақырымға ұзағырақ.',
];

/** Pieces of 200 to 400 letters of the sample's articles, each beginning elsewhere. */
export const pieces = articles.flatMap((text) => {
  const plain = text.replace(/\s+/g, ' ');
  return Array.from({ length: Math.floor(plain.length / 70) }, (_, i) =>
    plain.slice(i * 70, i * 70 + 250 + ((i * 37) % 170)),
  ).filter((piece) => (piece.match(/[а-яё]/gi)?.length ?? 0) >= 200);
});

/** A text as an encoding can hold it: signs that it lacks are written as typewriters write them. */
export function writable(text: string, encoding: Encoding): string | undefined {
  const plain = text
    .replace(/[«»„“”]/g, '"')
    .replace(/[—–]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u00ad/g, '')
    .replace(/[’‘]/g, "'");
  const fits = (one: string) => decode(encode(one, encoding), encoding) === one;
  return [text, plain].find(fits);
}

const inner = (text: string) => text.replace(/[<&]/g, ' ');

/** A letter whose body is in an encoding, as it is; `charset` is what it says of that. */
const letter = (text: string, encoding: Encoding, charset: string) =>
  encode(
    `From: vestnik@example.org\nDate: Mon, 12 Aug 2024 09:40:00 +0500\nMIME-Version: 1.0\nContent-Type: text/plain${charset}\nContent-Transfer-Encoding: 8bit\n\n${text}\n`,
    encoding,
  );

/** One text as a file of each format that can have an encoding. */
export const textFormats: Readonly<Record<string, (text: string, encoding: Encoding) => Uint8Array>> = {
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
      `<rss><channel><title>Вестник</title><item><title>Вести</title><description>${inner(text)}</description></item></channel></rss>`,
      encoding,
    ),
  fb2: (text, encoding) =>
    encode(`<FictionBook><body><section><p>${inner(text)}</p></section></body></FictionBook>`, encoding),
  eml: (text, encoding) => letter(text, encoding, `; charset=${encoding}`),
  mbox: (text, encoding) => Buffer.concat([encode('From a\n', 'utf-8'), letter(text, encoding, '')]),
};

const words = (text: string) => (text.match(/[\p{L}\d]+/gu) ?? []).join(' ');

/**
 * How many texts of 200 letters and more are read as they were written.
 *
 * @param every of pairs of text and encoding one in so many is read
 */
export async function readRight(
  format: string,
  every: number,
): Promise<{ right: Map<Encoding, number>; all: Map<Encoding, number>; wrong: string[] }> {
  const [right, all] = [new Map<Encoding, number>(), new Map<Encoding, number>()];
  const wrong: string[] = [];
  for (const [i, text] of [...pieces, ...kazakh].entries()) {
    for (const [k, encoding] of encodings.entries()) {
      // A letter is lines, in one byte a sign or in UTF-8.
      if ((i + k) % every !== 0 || (['eml', 'mbox'].includes(format) && encoding.startsWith('utf-16'))) continue;
      const written = writable(text, encoding);
      if (written === undefined) continue;
      const { reads } = await readFileOfAnyFormat({
        file: `a.${format}`,
        bytes: textFormats[format]!(written, encoding),
      });
      all.set(encoding, (all.get(encoding) ?? 0) + 1);
      const [read] = reads;
      if (
        read !== undefined &&
        'article' in read &&
        words(`${read.article.title} ${read.article.body}`).includes(words(written).slice(-150))
      )
        right.set(encoding, (right.get(encoding) ?? 0) + 1);
      else wrong.push(`${encoding}: ${text.slice(0, 40)}`);
    }
  }
  return { right, all, wrong };
}
