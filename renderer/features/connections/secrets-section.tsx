import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { SecretRow } from './secret-row.tsx'
import { connectionsStrings as words } from './strings.ts'

/** The keys of one part of the settings, by their names in the configuration. */
export function SecretsSection({ names }: { readonly names: readonly string[] }) {
  const secrets = useFeature('connections', (state) => valueOf(state.secrets))
  const load = useFeature('connections', (state) => state.load)
  useEffect(() => {
    void load()
  }, [load])
  const shown = secrets?.secrets.filter(({ name }) => names.includes(name)) ?? []
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="secrets">
      <h2 id="secrets" className="mb-2.5 text-l">
        {words.secrets}
      </h2>
      <SecretStoreNote />
      <ul className="flex flex-col gap-2 rounded-card border border-line px-4 py-3">
        {shown.map((secret) => (
          <li key={secret.name}>
            <SecretRow secret={secret} whole />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-s text-ink-3">{words.never}</p>
    </section>
  )
}

/** Where there is no keychain: why, and the file that needs an explicit yes. */
export function SecretStoreNote() {
  const store = useFeature('connections', (state) => valueOf(state.secrets)?.store ?? null)
  const allowFile = useFeature('connections', (state) => state.allowFile)
  const refuse = useFeature('undo', (state) => state.refuse)
  if (store === null || store.ok) return null
  const allow = async () => {
    const refused = await allowFile()
    if (refused !== null) refuse(new Error(refused))
  }
  return (
    <div className="mb-2.5 flex gap-3 rounded-card border border-line px-4 py-3">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-medium" />
      <div>
        <p className="text-pretty">{words.noStore(store.reason)}</p>
        <p className="mt-0.5 mb-2.5 text-s text-pretty text-ink-2">{words.allowFileWhy}</p>
        <Button size="s" onClick={() => void allow()}>
          {words.allowFile}
        </Button>
      </div>
    </div>
  )
}
