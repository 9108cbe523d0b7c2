import './capture.css'
import { applyTheme, rememberedTheme } from '../../app/theme.ts'
import { openClient } from '../../bridge/open-client.ts'
import { ownWindow } from '../../bridge/own-window.ts'
import { createCaptureStore } from './capture-store.ts'
import { draftKeeper } from './draft-keeper.ts'
import { openCapturePage } from './open-capture-page.ts'

const wear = () => applyTheme(window, rememberedTheme(window))
wear()
const client = openClient(window)
// The other windows remember the theme as it is chosen.
client.on('shown', wear)

const root = document.getElementById('root')
if (root === null) throw new Error('capture.html has no element with the id root.')
openCapturePage(root, createCaptureStore(client, draftKeeper(window.localStorage)), ownWindow(window))
