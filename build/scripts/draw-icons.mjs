// Draws the shipped images from build/icons/*.svg:  npx electron build/scripts/draw-icons.mjs
// The page that renders them is Chromium itself, so no other tool is needed and every machine draws the same picture.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, BrowserWindow } from 'electron'

const root = resolve(import.meta.dirname, '../..')
const tray = join(root, 'resources/tray')
const icons = join(root, 'build/icons')
const faces = ['quiet', 'alerts', 'degraded', 'paused']
/** macOS tints the template; the others are for dark and for light bars. */
const variants = [
  { name: 'Template', colour: '#000000', size: 18 },
  { name: '-dark', colour: '#26282d', size: 22 },
  { name: '-light', colour: '#ffffff', size: 22 },
]

async function main() {
  await app.whenReady()
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  await window.loadURL('data:text/html,<title>icons</title>')
  const draw = async (svg, size) => {
    const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
    const png = await window.webContents.executeJavaScript(`(async () => {
      const image = new Image()
      image.src = 'data:image/svg+xml;base64,${Buffer.from(sized).toString('base64')}'
      await image.decode()
      const canvas = new OffscreenCanvas(${size}, ${size})
      canvas.getContext('2d').drawImage(image, 0, 0)
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    })()`)
    return Buffer.from(png, 'base64')
  }
  mkdirSync(tray, { recursive: true })
  for (const face of faces) {
    const source = readFileSync(join(icons, `tray-${face}.svg`), 'utf8')
    for (const { name, colour, size } of variants) {
      const svg = source.replace('color="#000"', `color="${colour}"`)
      writeFileSync(join(tray, `${face}${name}.png`), await draw(svg, size))
      writeFileSync(join(tray, `${face}${name}@2x.png`), await draw(svg, size * 2))
    }
  }
  const application = readFileSync(join(icons, 'application.svg'), 'utf8')
  // Windows and Linux have no margin of their own around an icon: the same drawing without macOS's.
  const wide = application.replace('viewBox="0 0 1024 1024"', 'viewBox="88 88 848 848"')
  writeFileSync(join(icons, 'icon.png'), await draw(wide, 1024))
  writeFileSync(join(root, 'resources/icon.png'), await draw(wide, 256))
  writeFileSync(
    join(icons, 'icon.icns'),
    icns(await Promise.all(icnsTypes.map(async ([type, size]) => [type, await draw(application, size)]))),
  )
  writeFileSync(join(icons, 'icon.ico'), ico(await Promise.all(icoSizes.map(async (size) => [size, await draw(wide, size)]))))
  app.exit(0)
}

/** Both containers take PNGs as they are. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]

function icns(entries) {
  const blocks = entries.map(([type, png]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(
    blocks.reduce((sum, block) => sum + block.length, 8),
    4,
  )
  return Buffer.concat([head, ...blocks])
}

function ico(entries) {
  const head = Buffer.alloc(6 + entries.length * 16)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(entries.length, 4)
  let offset = head.length
  entries.forEach(([size, png], index) => {
    const at = 6 + index * 16
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...entries.map(([, png]) => png)])
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  app.exit(1)
})
