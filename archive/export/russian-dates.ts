const genitive = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const nominative = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
/** ГОСТ Р 7.0.12-2011: short names of months; май, март, июнь and июль are not cut. */
const short = 'янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.'.split(' ');
const NB = '\u00a0';

/** Year, month and day of an ISO date, as far as they are known. */
export const dateParts = (iso: string): string[] => iso.slice(0, 10).split('-');

/** An ISO date as it is written in Russian, as exact as it is known: «12 августа 2024 г.», «август 2024 г.», «2024 г.» */
export function longDate(iso: string): string {
  const [year, month, day] = dateParts(iso);
  if (month === undefined) return `${year}${NB}г.`;
  if (day === undefined) return `${nominative[Number(month) - 1]} ${year}${NB}г.`;
  return `${Number(day)}${NB}${genitive[Number(month) - 1]} ${year}${NB}г.`;
}

/**
 * From the first date to the last, with what they share said once: «12–16 апреля 2024 г.», «14 марта — 5 ноября 2024 г.»,
 * «2021–2024 гг.»; one date when they are written alike; empty without dates.
 */
export function period(first: string | undefined, last: string | undefined): string {
  if (first === undefined || last === undefined) return '';
  const [from, to] = [longDate(first), longDate(last)];
  if (from === to) return from;
  const [year, month, day] = dateParts(first);
  const [lastYear, lastMonth, lastDay] = dateParts(last);
  if (month === undefined && lastMonth === undefined) return `${year}–${lastYear}${NB}гг.`;
  if (year !== lastYear || month === undefined) return `${from}${NB}— ${to}`;
  if (month === lastMonth && day !== undefined && lastDay !== undefined) return `${Number(day)}–${to}`;
  return `${from.slice(0, from.lastIndexOf(' '))}${NB}— ${to}`;
}

/** The short name of a month from 1, by ГОСТ Р 7.0.12-2011: «авг.». Any other number gives nothing. */
export const shortMonth = (month: number): string => short[month - 1] ?? '';

/** A day of a month with its short name: «12 авг.», but «12 июня»: what is not cut stands in the genitive. */
export function dayAndMonth(day: number, month: number): string {
  const name = shortMonth(month);
  return `${day} ${name.endsWith('.') ? name : (genitive[month - 1] ?? '')}`.trim();
}
