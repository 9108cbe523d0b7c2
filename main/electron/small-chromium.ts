import type { CommandLine } from 'electron'

/**
 * Leaves out of Chromium what this application never uses; must run before it is ready. docs/decisions has the figures.
 *
 * - The network service in this process instead of one of its own. The pages have no network, what they ask for is answered here; the core speaks to
 *   the network from this very process, with Node's own code. Only the updater uses Chromium's.
 * - No processor in place of a missing graphics card: that serves WebGL, which no page has. Pages are then drawn without one, as they would be anyway.
 */
export function keepChromiumSmall(commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue'>): void {
  // A switch given twice counts once, the later: what the owner's command line asks for stays.
  const features = [commandLine.getSwitchValue('enable-features'), 'NetworkServiceInProcess2'].filter((name) => name !== '')
  commandLine.appendSwitch('enable-features', features.join(','))
  commandLine.appendSwitch('disable-software-rasterizer')
}
