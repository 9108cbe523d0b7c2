import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import renderer from './renderer.config.ts'

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
  renderer,
})
