import { defineConfig } from 'vitest/config'

/** The same suite runs in both programs that show the windows, one file at a time: two windows would take the focus from each other. */
const windows = { expect: { poll: { timeout: 10_000 } }, testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false } as const

/** What only a browser can show: an operator that is away, and figures of the engine, which both share. */
const chromiumOnly = ['away', 'bundle-budget', 'large-data']

export default defineConfig({
  test: {
    // The guard refuses any connection beyond this machine: see tests/support/loopback-only.ts.
    setupFiles: ['tests/support/loopback-only.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          ...windows,
          name: 'browser',
          include: ['tests/e2e/window/**/*.test.ts'],
          env: { THANOS_WINDOW_HOST: 'Chromium over HTTP' },
        },
      },
      {
        extends: true,
        test: {
          ...windows,
          name: 'electron',
          include: ['tests/e2e/electron/**/*.test.ts', 'tests/e2e/window/**/*.test.ts'],
          exclude: chromiumOnly.map((name) => `tests/e2e/window/${name}.test.ts`),
          env: { THANOS_WINDOW_HOST: 'Electron' },
        },
      },
    ],
  },
})
