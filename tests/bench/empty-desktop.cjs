// The bare alternative of the desktop's rows: an Electron application that is nothing but a tray icon.
const { app, Tray } = require('electron')
const [folder, icon] = process.argv.slice(-2)
app.setPath('userData', folder)
app.on('window-all-closed', () => undefined)

async function stand() {
  await app.whenReady()
  app.tray = new Tray(icon)
}

void stand()
