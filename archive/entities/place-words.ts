/**
 * Words that are places by their making. The dictionary and the weights do not know them, and a capital letter alone
 * makes persons of them. All are given in small letters.
 */

/** Towns, regions, rivers and lakes of Kazakhstan whose Kazakh spelling has a letter that Russian lacks. */
const kazakh = new Set(
  `
  алакөл арқалық аягөз ақкөл ақмола ақсай ақсу ақтау ақтөбе байқоңыр балқаш бесқарағай екібастұз ертіс есік есіл
  жаңаарқа жаңатас жаңаөзен жезқазған жетісай жетісу жітіқара зайсаң күршім көкпекті көкшетау көлсай маңғыстау
  мойынқұм сарыағаш сарқан семіпалат талдықорған талғар тарбағатай теміртау түркістан шалқар шиелі шұбарқұдық іле
  қазақстан қандыағаш қапшағай қаратау қарағанды қарқаралы қаскелең қатонқарағай қобда қонаев қордай қорғалжын
  қостанай қызылжар қызылорда құлсары құрық құсмұрын үржар үштөбе ұзынағаш ұлытау әулиеата өзен өскемен
`
    .trim()
    .split(/\s+/),
);

/** What Russian cases add to such a name, or put in place of its last vowel. */
const ending = /(?:ой|ом|ою|ами|[аеуыияю])$/;

/** «Қарағандыда», «Өскеменом»: a place of Kazakhstan in Kazakh spelling. */
function isKazakh(word: string): boolean {
  if (!/[әғқңөұүһі]/.test(word)) return false;
  if (kazakh.has(word)) return true;
  const bare = word.replace(ending, '');
  return bare !== word && (kazakh.has(bare) || ['а', 'ы', 'е'].some((vowel) => kazakh.has(bare + vowel)));
}

/** «Кызылсай», «Аккуль», «Сарыагаш»: a colour or a number, then a ravine, a hill, a lake, a spring, in Russian spelling. */
const turkic =
  /^(?:кызыл|сары|кара|кок|жана|ак|кос|уш|бес|жеты)(?:са(?=[йяюе])|тау|к[оу]л(?=[ьяюе])|булак|тобе|кудук|арык|бастау|агаш|кум|орд|озен|откел|жар)(?:[ьйаяуюеы]|ом|ем|ой)?$/;
/** A batyr and the district called after him. */
const alsoPersons = /^карасай/;

/** «Приозёрье», «Заволжье», «Подгорье»: a preposition, what lies there, and -ье; «заявленье» is a noun of doing. */
const region = /^(?:при|за|под|меж|пред)[а-яё]{3,}(?<![аеёиоуыэюя]|[ае]н)ь(?:е|я|ю|ем)$/;
/** «Захарья», a given name, is none. */
const names = /^захарь/;

/** Whether a word in small letters is a place by its making, in any Russian case. */
export const isPlaceWord = (word: string): boolean =>
  isKazakh(word) || (turkic.test(word) && !alsoPersons.test(word)) || (region.test(word) && !names.test(word));
