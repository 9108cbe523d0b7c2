import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/base.css'
import { keepFocus } from '../../app/keep-focus.ts'
import { createServices } from '../../app/create-services.ts'
import { followEvents } from '../../app/follow-events.ts'
import { ServicesProvider } from '../../app/services.tsx'
import { applyTheme, rememberedTheme } from '../../app/theme.ts'
import { NowProvider } from '../../app/use-now.tsx'
import { FormatsProvider } from '../../app/use-formats.tsx'
import { openClient } from '../../bridge/open-client.ts'
import { Panel } from './panel.tsx'

applyTheme(window, rememberedTheme(window))
keepFocus(document)
const services = createServices(openClient(window), window)
followEvents(services)
void services.stores.status.getState().load()
void services.stores.inbox.getState().load()
void services.stores.tasks.getState().load()
void services.stores.settings.getState().load()

const root = document.getElementById('root')
if (root === null) throw new Error('panel.html has no element with the id root.')
createRoot(root).render(
  <StrictMode>
    <ServicesProvider services={services}>
      <FormatsProvider>
        <NowProvider>
          <Panel />
        </NowProvider>
      </FormatsProvider>
    </ServicesProvider>
  </StrictMode>,
)
