import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Stay outside the bundle: native code, and Electron itself. */
const external = ['electron', 'better-sqlite3', 'keytar']

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      minify: 'oxc',
      rollupOptions: {
        external,
        input: { index: resolve('main/index.ts'), cli: resolve('main/cli.ts') },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        external: ['electron'],
        input: { index: resolve('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), tailwindcss()],
    build: {
      // The Content-Security-Policy allows no font or style from a data: address, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { main: resolve('renderer/index.html'), panel: resolve('renderer/panel.html') },
      },
    },
  },
})
