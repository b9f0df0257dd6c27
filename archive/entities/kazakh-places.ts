/**
 * Towns, regions, rivers and lakes of Kazakhstan whose names have a letter that Russian lacks, gathered for this project:
 * neither the dictionary nor the weights know them, and a capital letter alone makes a person of them.
 */
const places = new Set(
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

/** Whether a word in small letters is a place of Kazakhstan in Kazakh spelling, in any Russian case. */
export function isKazakhPlace(word: string): boolean {
  if (!/[әғқңөұүһі]/.test(word)) return false;
  if (places.has(word)) return true;
  const bare = word.replace(ending, '');
  return bare !== word && (places.has(bare) || ['а', 'ы', 'е'].some((vowel) => places.has(bare + vowel)));
}
