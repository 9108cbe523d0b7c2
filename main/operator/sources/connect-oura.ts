import { connectOura as connect } from '../../adapters/oura/oauth-connect.ts'
import type { Configuration } from '../../config/schema.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { asSourceError } from '../../resilience/blame.ts'
import { ouraClient, ouraEndpoints, ouraTokens } from './oura-reader.ts'
import type { SourceTools } from './source-tools.ts'

/** Asks the owner for access in the browser and keeps it. Throws OperatorError. */
export async function connectOura(
  tools: SourceTools,
  configuration: Configuration,
  openBrowser: (url: URL) => Promise<void>,
): Promise<void> {
  const client = await ouraClient(tools)
  if (client === null) {
    throw new OperatorError(
      'refused',
      'Oura gives access to registered applications only: register one at https://cloud.ouraring.com/oauth/applications and keep its id with `thanos secrets set OURA_CLIENT_ID` (and OURA_CLIENT_SECRET). Or paste a token you have: thanos connect oura --token',
    )
  }
  try {
    await connect({
      authorizePage: ouraEndpoints(configuration).authorize,
      client,
      tokens: ouraTokens(tools, configuration),
      openBrowser,
      clock: tools.clock,
      signal: tools.stop,
    })
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError('failed', asSourceError(error).message, { cause: error })
  }
}
