import type { Messages } from '../russian/table.ts';

export const menu: Messages['menu'] = {
  titles: { file: 'File', edit: 'Edit', article: 'Article', view: 'View', go: 'Go', help: 'Help' },
  words: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size',
    togglefullscreen: 'Full Screen',
    minimize: 'Minimize',
    close: 'Close Window',
    quit: 'Quit',
    window: 'Window',
    about: 'About Podshivka',
    updates: 'Check for updates at start',
    chooseFiles: 'Which files to take into the archive',
    chooseFolder: 'Which folder to take into the archive',
    save: 'Save',
    cannotOpen: 'The archive is not open',
    hostFailed: 'The archive has stopped answering. What was written is safe. Start Podshivka again.',
  },
};
