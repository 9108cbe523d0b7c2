import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CircleCheck from 'lucide-react/icons/circle-check'
import HeartHandshake from 'lucide-react/icons/heart-handshake'
import Lightbulb from 'lucide-react/icons/lightbulb'
import ListChecks from 'lucide-react/icons/list-checks'
import NotebookText from 'lucide-react/icons/notebook-text'
import StickyNote from 'lucide-react/icons/sticky-note'
import UserRound from 'lucide-react/icons/user-round'
import { defineConfig } from 'vite'
import { iconSheet } from './build/icon-sheet.ts'
import type { IconName } from './renderer/features/capture-window/icon-name.ts'

const captureIcons: Readonly<Record<IconName, typeof CircleCheck>> = {
  'calendar-days': CalendarDays,
  'circle-check': CircleCheck,
  'heart-handshake': HeartHandshake,
  lightbulb: Lightbulb,
  'list-checks': ListChecks,
  'notebook-text': NotebookText,
  'sticky-note': StickyNote,
  'user-round': UserRound,
}

/** How the pages are built, by electron-vite; both hosts serve the same. */
export default defineConfig({
  root: resolve('renderer'),
  base: './',
  plugins: [react(), tailwindcss(), iconSheet('capture.html', captureIcons)],
  build: {
    outDir: resolve('out/renderer'),
    emptyOutDir: true,
    // Said, since electron-vite leaves it off.
    minify: 'oxc',
    // The Content-Security-Policy allows no font or style from a data: address, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        // What every page needs, apart from React: the capture window's page loads this and its own, and no more.
        codeSplitting: {
          groups: [{ name: 'bridge', test: /renderer\/(bridge|app\/(theme|platform)\.ts|ui\/assert-never\.ts)|zustand\/esm\/vanilla/ }],
        },
      },
      input: { main: resolve('renderer/index.html'), panel: resolve('renderer/panel.html'), capture: resolve('renderer/capture.html') },
    },
  },
})
