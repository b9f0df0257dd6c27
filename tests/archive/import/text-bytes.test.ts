import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Encoding, encode, encodings } from '../../../archive/import/charset.ts';
import { decodeText } from '../../../archive/import/text-bytes.ts';

/** A text written in an encoding is read back in it. */
function check(text: string, encoding: Encoding, expected: Encoding = encoding) {
  expect(decodeText(encode(text, encoding))).toEqual({ text, encoding: expected });
}

const news =
  'Совет по водным ресурсам собрался в Приозёрске. Министр Тимур Касенов сообщил, что уровень озера упал на 42 ' +
  'сантиметра, а число хозяйств, которым не хватает воды, выросло вдвое. Об этом рассказал гидролог ' +
  'Пётр Лаврентьев. Ещё один съезд пройдёт в июле, объявила Юлия Щукина.';
const kazakh =
  'Өскемен қаласында су мамандарының кездесуі өтеді. Жиынға бес елдің өкілдері қатысады, деп хабарлады ұйымдастырушылар. ' +
  'Ертіс өзені туралы шешім күзде қабылдануы мүмкін. Ғалымдар ұсыныстарын жариялады.';

test.each(encodings.filter((one) => one !== 'kz-1048'))('Russian news in %s', (encoding) => check(news, encoding));

test('quotation marks, dashes and a numero sign', () => check(`«Озеро» — это вода. ${news} № 5`, 'windows-1251'));
test('Kazakh letters tell kz-1048 from windows-1251', () => check(kazakh, 'kz-1048'));
test('Kazakh in UTF-8', () => check(kazakh, 'utf-8'));
test('one headline of 40 letters', () => check('Фермеры спорят о сроках подачи воды в мае', 'windows-1251'));
test('capitals alone', () => check('СОВЕТ ПО ВОДНЫМ РЕСУРСАМ СОБРАЛСЯ В ПРИОЗЁРСКЕ', 'windows-1251'));
test('ASCII is UTF-8', () => check('Water council meets again', 'windows-1251', 'utf-8'));

test('a byte-order mark is dropped', () => {
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...encode('Озеро', 'utf-8')))).toMatchObject({ text: 'Озеро' });
});
test('a right declaration decides', () => {
  expect(decodeText(encode('Да', 'koi8-r'), 'KOI8-R')).toEqual({ text: 'Да', encoding: 'koi8-r' });
});
test('a wrong declaration does not', () => {
  expect(decodeText(encode(news, 'koi8-r'), 'windows-1251')).toMatchObject({ encoding: 'koi8-r' });
});
test('UTF-8 with a broken byte stays UTF-8', () => {
  const bytes = encode(news, 'utf-8').slice();
  bytes[21] = 0xff;
  expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8' });
});
test('what is no text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ reason: 'empty' });
  expect(decodeText(encode(' \n\t ', 'utf-8'))).toEqual({ reason: 'empty' });
  expect(decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toEqual({ reason: 'binary' });
  expect(decodeText(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))).toHaveProperty('reason');
});

const words = news.match(/[\p{L}]+/gu)!;
test('any 30 of the words in any encoding give their text back', () => {
  const some = fc.array(fc.constantFrom(...words), { minLength: 30, maxLength: 60 });
  const one = fc.constantFrom(...encodings.filter((encoding) => encoding !== 'kz-1048'));
  fc.assert(
    fc.property(some, one, (chosen, encoding) => {
      const text = `${chosen.join(' ')}.`;
      expect(decodeText(encode(text, encoding))).toMatchObject({ text });
    }),
    { numRuns: 150 },
  );
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string(), { nil: undefined }), (bytes, declared) => {
      const decoded = decodeText(bytes, declared);
      expect('text' in decoded ? decoded.text.trim() !== '' : decoded.reason).toBeTruthy();
    }),
  );
});
