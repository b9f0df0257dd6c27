import type { Asked, MenuTemplate } from '../archive/contract/desktop.ts';

/** What the desktop shell's preload offers the window; absent in a browser. */
export interface DesktopBridge {
  platform: 'darwin' | 'win32' | 'linux';
  /** Asks for a message port to the archive host; it arrives as a window message named `podshivka:port`. */
  connect(): void;
  /** The system's dialog for what to import: paths, empty when the person thought better of it. */
  choosePaths(kind: 'files' | 'folder'): Promise<string[]>;
  /** The system's dialog for where to save; null when the person thought better of it. */
  chooseSave(name: string): Promise<string | null>;
  /** The path of a dropped file; empty for a file that was never on disk. */
  pathOf(file: File): string;
  /** Gives the program its menu in the window's language. */
  setMenu(template: MenuTemplate): void;
  /** Calls back with the chord of a menu item that was chosen. */
  onCommand(chosen: (keys: string) => void): void;
  /** Calls back with what the system asks the program to open: a place of it (`#/…`), or a packed archive. */
  onOpen(asked: (what: Asked) => void): void;
  /** Opens another window at a place of this program, `#/…`. */
  newWindow(hash: string): void;
}

declare global {
  interface Window {
    podshivka?: DesktopBridge;
  }
}

export const bridge = (): DesktopBridge | undefined => window.podshivka;
