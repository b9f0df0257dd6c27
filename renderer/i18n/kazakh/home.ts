import { kazakhCount as count } from '../plurals.ts';
import type { Said } from './said.ts';

export const home: Said<'home'> = {
  title: 'Бастау',
  size: (articles, size) => `${articles}, ${size}`,
  fresh: 'Жаңасы',
  since: (moment) => `Өткен жолдан бергі жаңасы: ${moment}`,
  firstVisit: 'Келесі жолы мұнда бүгіннен кейін түскені тұрады.',
  nothingNew: 'Өткен жолдан бері ештеңе түскен жоқ.',
  recent: 'Жақында оқылды',
  nothingRead: 'Әлі бірде-бір мақала ашылмаған.',
  noSaved: 'Сұрау іздеу жолының жанындағы бетбелгімен сақталады; мұнда ол бойынша не түскені көрінеді.',
  waits: 'Шешім күтуде',
  nothingWaits: 'Шешетін ештеңе жоқ.',
  toCheck: (n) => count(n, '{n} мақалада «тексеру» белгісі бар'),
  unplaced: (n) => count(n, '{n} жазба өз орнын таппады'),
  proposals: (n) => count(n, '{n} есім басқасына ұқсайды'),
  sound: 'Мұрағат түзу.',
  indexing: 'Көрсеткіш жаңартылуда. Оқуға және іздеуге болады.',
  toArchive: 'Мұрағатқа',
};
