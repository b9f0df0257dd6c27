/**
 * News agencies, broadcasters, papers and sites. One a line: the full name, then its other names; the filter shows the one marked with `!`,
 * else the abbreviation, else the full name. Below `= Страны` (in the genitive) stand bodies of that country: the name
 * with the country said is the same as without.
 */
export const media = `
Информационное телеграфное агентство России: ТАСС, ИТАР-ТАСС, TASS
РИА Новости: !РИА Новости, РИА, RIA Novosti, РИА-Новости
Россия сегодня: МИА Россия сегодня
Интерфакс: Interfax, INTERFAX.RU, Interfax.ru
Регнум: !REGNUM, ИА REGNUM, ИА Регнум
Росбалт: ИА Росбалт
Спутник: Sputnik
РБК: RBC
Всероссийская государственная телевизионная и радиовещательная компания: ВГТРК
Первый канал: 1 канал
Независимая телевизионная компания НТВ: НТВ
Эхо Москвы: радиостанция Эхо Москвы
Дождь: телеканал Дождь
Коммерсант: Коммерсантъ, Коммерсантъ-FM, Ъ
Ведомости: газета Ведомости
Комсомольская правда: КП
Московский комсомолец: МК
Российская газета: РГ
Независимая газета: НГ
Известия: газета Известия
Аргументы и факты: АиФ
Медуза: Meduza
Лента.ру: Lenta.ru
Газета.ру: Gazeta.ru, Газета.Ru
Фонтанка: Фонтанка.ру
Викиновости: Wikinews
Казинформ: Kazinform, МИА Казинформ
Тенгриньюс: Tengrinews, Tengrinews.kz
Хабар: Хабар 24, агентство Хабар
Закон.кз: Zakon.kz
24.kg: 24.kg
АКИpress: АКИпресс
Кабар: Kabar
Узбекское национальное информационное агентство: УзА
Белорусское телеграфное агентство: БелТА
Украинское независимое информационное агентство: УНИАН
Укринформ: Ukrinform
Украинская правда: Українська правда
Британская радиовещательная корпорация: !Би-би-си, BBC
Русская служба Би-би-си: BBC News Русская служба, BBC Russian
Рейтер: !Reuters, Рейтерс, Ройтерс, Thomson Reuters
Ассошиэйтед Пресс: !Associated Press, AP
Франс Пресс: !AFP, Agence France-Presse, Франс-пресс
Блумберг: !Bloomberg, Bloomberg News
Немецкая волна: !Deutsche Welle, DW, Дойче велле
Синьхуа: Xinhua
Анадолу: Anadolu, Anadolu Agency
Киодо: Kyodo
Немецкое агентство печати: DPA
Си-эн-эн: !CNN
Эй-би-си ньюс: !ABC News
Си-би-эс: !CBS, CBS News
Эн-би-си: !NBC, NBC News
Фокс ньюс: !Fox News
Скай ньюс: !Sky News
Евроньюс: Euronews
Аль-Джазира: Al Jazeera
Голос Америки: Voice of America
Радио Свобода: Радио Свободная Европа, Радио Свободная Европа/Радио Свобода
Нью-Йорк таймс: !The New York Times, New York Times, NYT
Вашингтон пост: !The Washington Post, Washington Post
Уолл-стрит джорнал: !The Wall Street Journal, Wall Street Journal, WSJ
Файнэншл таймс: !Financial Times, The Financial Times, FT
Гардиан: !The Guardian, Guardian
Дейли телеграф: !The Daily Telegraph, Daily Telegraph, The Telegraph
Таймс: !The Times
Индепендент: !The Independent, Independent
Дейли мейл: !Daily Mail, The Daily Mail
Экономист: !The Economist
Политико: !Politico
Форбс: !Forbes
Тайм: !Time, журнал Time
Ньюсуик: !Newsweek
Шпигель: !Der Spiegel, Spiegel
Бильд: !Bild
Ди вельт: !Die Welt, Welt
Зюддойче цайтунг: !Süddeutsche Zeitung
Франкфуртер альгемайне цайтунг: !Frankfurter Allgemeine Zeitung, FAZ
Хандельсблатт: !Handelsblatt
Фигаро: !Le Figaro
Монд: !Le Monde
Паис: !El País
Репубблика: !La Repubblica
Коррьере делла сера: !Corriere della Sera
Газета выборча: !Gazeta Wyborcza
Гаарец: !Haaretz
Нейчур: !Nature
Сайенс: !Science
Википедия: Wikipedia
`;
