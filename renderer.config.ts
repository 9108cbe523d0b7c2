import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** How the pages are built: for the desktop by electron-vite, alone for tests in a browser. */
export default defineConfig({
  root: resolve('renderer'),
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: resolve('out/renderer'),
    emptyOutDir: true,
    // The Content-Security-Policy allows no font or style from a data: address, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { main: resolve('renderer/index.html'), panel: resolve('renderer/panel.html'), capture: resolve('renderer/capture.html') },
    },
  },
})
