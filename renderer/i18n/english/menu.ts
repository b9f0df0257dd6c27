import type { Messages } from '../russian/table.ts';

export const menu: Messages['menu'] = {
  titles: { file: 'File', edit: 'Edit', article: 'Article', view: 'View', go: 'Go', help: 'Help' },
  roles: {
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
  },
};
