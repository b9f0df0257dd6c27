/**
 * Places that were renamed or that two languages name in two ways. A historian needs the word of the time, so the other
 * names are offered and never put in place of what was typed. Lower case, folded, the present name first.
 */
const RENAMED: readonly (readonly string[])[] = [
  ['астана', 'нур-султан', 'акмола', 'целиноград', 'акмолинск'],
  ['алматы', 'алма-ата', 'верный'],
  ['кыргызстан', 'киргизия'],
  ['беларусь', 'белоруссия'],
  ['молдова', 'молдавия'],
  ['туркменистан', 'туркмения'],
  ['бишкек', 'фрунзе', 'пишпек'],
  ['душанбе', 'сталинабад'],
  ['ашхабад', 'ашгабат'],
  ['туркменбаши', 'красноводск'],
  ['худжанд', 'ленинабад', 'ходжент'],
  ['атырау', 'гурьев'],
  ['актау', 'шевченко'],
  ['актобе', 'актюбинск'],
  ['шымкент', 'чимкент'],
  ['тараз', 'джамбул', 'жамбыл', 'аулие-ата'],
  ['кызылорда', 'кзыл-орда'],
  ['костанай', 'кустанай'],
  ['орал', 'уральск'],
  ['семей', 'семипалатинск'],
  ['оскемен', 'усть-каменогорск'],
  ['кокшетау', 'кокчетав'],
  ['жезказган', 'джезказган'],
  ['риддер', 'лениногорск'],
  ['конаев', 'капчагай'],
  ['жанаозен', 'новый узень'],
  ['степногорск', 'целиноград-25'],
  ['санкт-петербург', 'ленинград', 'петроград', 'петербург'],
  ['волгоград', 'сталинград', 'царицын'],
  ['екатеринбург', 'свердловск'],
  ['нижний новгород', 'горький'],
  ['самара', 'куйбышев'],
  ['тверь', 'калинин'],
  ['днепр', 'днепропетровск', 'екатеринослав'],
  ['бахмут', 'артемовск'],
  ['хельсинки', 'гельсингфорс'],
  ['таллин', 'таллинн', 'ревель'],
  ['мумбаи', 'бомбей'],
  ['ченнаи', 'мадрас'],
  ['мьянма', 'бирма'],
  ['шри-ланка', 'цейлон'],
  ['эсватини', 'свазиленд'],
  ['северная македония', 'македония'],
];

/** The present name of a place and each other name it had, as they are written. */
export const renamedPairs: readonly (readonly [string, string])[] = RENAMED.flatMap(([present, ...others]) =>
  others.map((other) => [titled(present!), titled(other)] as const),
);

function titled(name: string): string {
  return name.replace(/(^|[ -])([а-я])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const BY_NAME = new Map<string, readonly string[]>();
for (const names of RENAMED) for (const name of names) BY_NAME.set(name, names);

/** Other names of the place, the present one first; empty for what was never renamed. The name is a folded lemma. */
export function otherNames(name: string): readonly string[] {
  return (BY_NAME.get(name) ?? []).filter((other) => other !== name);
}
