/**
 * Companies that are written in two alphabets, or abbreviated. One a line: the full name, then its other names; the filter shows the one marked with `!`,
 * else the abbreviation, else the full name. Below `= Страны` (in the genitive) stand bodies of that country: the name
 * with the country said is the same as without.
 */
export const companies = `
Газпром: Gazprom
Газпром нефть: Gazprom Neft
Роснефть: Rosneft, НК Роснефть
Лукойл: ЛУКОЙЛ, Lukoil
Татнефть: Tatneft
Новатэк: !НОВАТЭК, Novatek
Транснефть: Transneft
Росатом: Rosatom
Ростех: Ростехнологии, Rostec
Русал: РУСАЛ, Rusal
Норильский никель: !Норникель, ГМК Норильский никель
Северсталь: Severstal
Алроса: АЛРОСА
Российские железные дороги: РЖД
Аэрофлот: Aeroflot
Объединённая авиастроительная корпорация: ОАК
Объединённая судостроительная корпорация: ОСК
Сбербанк: Сбер, Сбербанк России, Sberbank
Банк ВТБ: ВТБ, VTB
Альфа-банк: Alfa-Bank
Московская биржа: Мосбиржа
Яндекс: Yandex
Вконтакте: !ВКонтакте, VK, VKontakte
Мегафон: МегаФон
Вымпелком: !ВымпелКом, Билайн
Мобильные телесистемы: МТС
Лаборатория Касперского: Kaspersky, Kaspersky Lab
Автоваз: !АвтоВАЗ, АВТОВАЗ
Нордстрим: !Nord Stream
Шелл: !Shell, Royal Dutch Shell
Бритиш петролеум: !BP, British Petroleum
Эксон мобил: !ExxonMobil, Exxon Mobil, Exxon
Шеврон: !Chevron
Тоталь: !Total, TotalEnergies
Статойл: !Equinor, Statoil
Эни: !Eni
Энжи: !Engie, GDF Suez
Юнипер: !Uniper
Винтерсхалл: !Wintershall, Wintershall Dea
Басф: !BASF, БАСФ
Эон: !E.ON
Сименс: !Siemens
Фольксваген: !Volkswagen
Даймлер: !Daimler
Мерседес: !Mercedes-Benz, Mercedes
БМВ: !BMW
Порше: !Porsche
Опель: !Opel
Рено: !Renault
Пежо: !Peugeot
Фиат: !Fiat
Форд: !Ford
Дженерал моторс: !General Motors, GM
Тойота: !Toyota
Хонда: !Honda
Ниссан: !Nissan
Хёндэ: !Hyundai, Хендай
Киа: !Kia
Тесла: !Tesla
Боинг: !Boeing
Эйрбас: !Airbus
Локхид Мартин: !Lockheed Martin
Спейс-икс: !SpaceX
Люфтганза: !Lufthansa
Эйр Франс: !Air France
Бритиш эйруэйз: !British Airways
Райанэйр: !Ryanair, Райнэйр, Райанэир
Изиджет: !EasyJet
Визз эйр: !Wizz Air
Турецкие авиалинии: !Turkish Airlines
Эмирейтс: !Emirates
Гугл: !Google
Альфабет: !Alphabet
Эппл: !Apple
Майкрософт: !Microsoft, Микрософт
Фейсбук: !Facebook, Фэйсбук
Твиттер: !Twitter
Инстаграм: !Instagram
Ютуб: !YouTube
Телеграм: !Telegram
Амазон: !Amazon
Нетфликс: !Netflix
Интел: !Intel
Международные бизнес-машины: IBM
Хьюлетт-Паккард: !Hewlett-Packard, HP
Оракл: !Oracle
Самсунг: !Samsung, Samsung Electronics
Хуавей: !Huawei
Сяоми: !Xiaomi
Нокиа: !Nokia
Сони: !Sony
Панасоник: !Panasonic
Филипс: !Philips
Алибаба: !Alibaba
Макдоналдс: !McDonald’s, McDonald's, Макдональдс
Кока-кола: !Coca-Cola
Пепсико: !PepsiCo
Икеа: !IKEA, ИКЕА
Адидас: !Adidas
Найк: !Nike
Пфайзер: !Pfizer
Астразенека: !AstraZeneca
Байер: !Bayer
Голдман Сакс: !Goldman Sachs
Дойче банк: !Deutsche Bank
Ситигруп: !Citigroup, Citibank, Ситибанк
ДжиПиМорган: !JPMorgan, JP Morgan, JPMorgan Chase
Морган Стэнли: !Morgan Stanley
Мудис: !Moody’s, Moody's
Фитч: !Fitch, Fitch Ratings
Стандард энд Пурс: !S&P, Standard & Poor’s, Standard & Poor's
Виза: !Visa
Мастеркард: !Mastercard
Делойт: !Deloitte
Арселор Миттал: !ArcelorMittal
Гленкор: !Glencore
`;
