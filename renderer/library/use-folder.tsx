import { type ReactNode, useState } from 'react';
import { bridge } from '../bridge.ts';
import { PlacePicker } from './place-picker.tsx';

/** Asks for a folder: by the system's dialog where the shell has one, else by our own. `picker` is to be rendered. */
export function useFolder(onFolder: (path: string) => void): { ask(): void; picker: ReactNode } {
  const [picking, setPicking] = useState(false);
  const taken = (paths: readonly string[]) => paths[0] !== undefined && onFolder(paths[0]);
  return {
    ask() {
      const desktop = bridge();
      if (desktop === undefined) setPicking(true);
      else void desktop.choosePaths('folder').then(taken);
    },
    picker: picking && <PlacePicker kind="folder" onClose={() => setPicking(false)} onPaths={taken} />,
  };
}
