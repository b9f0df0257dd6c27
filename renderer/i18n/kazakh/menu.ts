import type { Said } from './said.ts';

export const menu: Said<'menu'> = {
  titles: { file: 'Файл', edit: 'Түзету', article: 'Мақала', view: 'Көрініс', go: 'Өту', help: 'Анықтама' },
  words: {
    cut: 'Қиып алу',
    copy: 'Көшіру',
    paste: 'Қою',
    selectAll: 'Бәрін белгілеу',
    zoomIn: 'Ірірек',
    zoomOut: 'Ұсағырақ',
    resetZoom: 'Қалыпты өлшем',
    togglefullscreen: 'Толық экран',
    minimize: 'Кішірейту',
    close: 'Терезені жабу',
    quit: 'Шығу',
    window: 'Терезе',
    about: 'Бағдарлама туралы',
    updates: 'Іске қосқанда жаңартуды тексеру',
    chooseFiles: 'Мұрағатқа қай файлдарды қабылдау керек',
    chooseFolder: 'Мұрағатқа қай қалтаны қабылдау керек',
    save: 'Сақтау',
    cannotOpen: 'Мұрағат ашылмады',
    hostFailed: 'Мұрағат жауап бермей қалды. Жазылғаны сақтаулы. Подшивканы қайта іске қосыңыз.',
  },
};
