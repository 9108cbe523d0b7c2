import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import renderer from './renderer.config.ts'

/** Stay outside the bundle: native code, and Electron itself. */
const external = ['electron', 'better-sqlite3', 'keytar']

/** Says of the folder that its .js files are CommonJS, in a package whose sources are modules. */
const commonJsFolder: Plugin = {
  name: 'commonjs-folder',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' })
  },
}

export default defineConfig({
  main: {
    plugins: [commonJsFolder],
    build: {
      externalizeDeps: false,
      minify: 'oxc',
      rollupOptions: {
        external,
        input: { index: resolve('main/index.ts'), cli: resolve('main/cli.ts'), 'data-worker': resolve('main/data-worker.ts') },
        // CommonJS: Node starts it 10 ms sooner than modules, a seventh of what `thanos run --once` may take.
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What every start needs lies in one file each, not in thirty: finding and opening a file costs more than reading it.
          codeSplitting: {
            groups: [
              { name: 'operator', test: /main[\\/]operator[\\/]open-operator\.ts$/ },
              { name: 'command-line', test: /main[\\/]headless[\\/]run-process\.ts$/ },
            ],
          },
        },
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
