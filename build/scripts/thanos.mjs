#!/usr/bin/env node
// The command line in a checkout: `npm run thanos -- ARGS`, or this file from anywhere.
import { isPinnedNode } from './pinned-node.mjs'

if (isPinnedNode()) {
  const { ensureBuild } = await import('./ensure-build.mjs')
  if (ensureBuild()) await import(new URL('../../out/main/cli.js', import.meta.url).href)
  else process.exitCode = 1
}
