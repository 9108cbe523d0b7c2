import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/base.css'
import { openClient } from '../bridge/open-client.ts'
import { keepFocus } from './keep-focus.ts'
import { App } from './app.tsx'
import { createServices } from './create-services.ts'
import { followEvents } from './follow-events.ts'
import { screens } from './screens.tsx'
import { ServicesProvider } from './services.tsx'
import { applyTheme, rememberedTheme } from './theme.ts'
import { NowProvider } from './use-now.tsx'
import { FormatsProvider } from './use-formats.tsx'

applyTheme(window, rememberedTheme(window))
keepFocus(document)
const services = createServices(openClient(window), window)
followEvents(services)
// What the screen of the address is made of, then what it shows: both on their way before React has started.
void screens.find(({ id }) => id === services.stores.router.getState().screen)?.fetch?.()
// Asked for before anything is drawn: the answers come while React starts.
void services.stores.inbox.getState().load()
void services.stores.status.getState().load()
void services.stores.tasks.getState().load()
void services.stores.settings.getState().load()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root.')
createRoot(root).render(
  <StrictMode>
    <ServicesProvider services={services}>
      <FormatsProvider>
        <NowProvider>
          <App />
        </NowProvider>
      </FormatsProvider>
    </ServicesProvider>
  </StrictMode>,
)
