import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/base.css'
import { applyTheme, rememberedTheme } from '../../app/theme.ts'
import { openClient } from '../../bridge/open-client.ts'
import { ownWindow } from '../../bridge/own-window.ts'
import { createCaptureStore } from './capture-store.ts'
import { CaptureWindow } from './capture-window.tsx'
import { draftKeeper } from './draft-keeper.ts'

const wear = () => applyTheme(window, rememberedTheme(window))
wear()
const client = openClient(window)
const store = createCaptureStore(client, draftKeeper(window.localStorage))
// The other windows remember the theme as it is chosen.
client.on('shown', wear)

const root = document.getElementById('root')
if (root === null) throw new Error('capture.html has no element with the id root.')
createRoot(root).render(
  <StrictMode>
    <CaptureWindow store={store} own={ownWindow(window)} />
  </StrictMode>,
)
