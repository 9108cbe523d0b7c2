import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Updater } from './updates.ts'

/** Whether this build was given the address of a feed; a checkout and an unpublished package were not. */
export function hasUpdateFeed(): boolean {
  return existsSync(join(process.resourcesPath, 'app-update.yml'))
}

/** electron-updater, loaded at the first look: it is heavy, and most runs never need it. Nothing is fetched or installed unasked. */
export function createSystemUpdater(): Updater {
  const load = async () => {
    const { autoUpdater } = await import('electron-updater')
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.allowDowngrade = false
    autoUpdater.disableWebInstaller = true
    autoUpdater.logger = null
    return autoUpdater
  }
  let loading: ReturnType<typeof load> | null = null
  const library = () => (loading ??= load())
  let ready: Awaited<ReturnType<typeof load>> | null = null
  return {
    look: async () => {
      const result = await (await library()).checkForUpdates()
      return result?.isUpdateAvailable === true ? result.updateInfo.version : null
    },
    fetch: async () => {
      const updater = await library()
      await updater.downloadUpdate()
      ready = updater
    },
    install: () => ready?.quitAndInstall(),
  }
}
