import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The interface: served by the browser shell and by the desktop's `app://` alike, hence relative addresses. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
