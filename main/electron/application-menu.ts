import { Menu, type MenuItemConstructorOptions } from 'electron'
import { words } from './words.ts'

/** Without one, macOS has no copy and paste, and nothing answers Ctrl+Q. */
export function setApplicationMenu(quit: () => void): void {
  const template: MenuItemConstructorOptions[] = [
    { label: words.product, submenu: [{ label: words.quit, accelerator: 'CommandOrControl+Q', click: quit }] },
    { role: 'editMenu' },
    { label: words.view, submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
