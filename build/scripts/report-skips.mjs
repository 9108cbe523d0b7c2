// A Vitest reporter that keeps what the last lines of `npm test` need: how many passed and failed, and what was skipped and why.
import { writeFileSync } from 'node:fs'

export default class ReportSkips {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length }
    const skipped = new Map()
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') counts.passed += 1
        else if (result.state === 'failed') counts.failed += 1
        else {
          const why = `${module.relativeModuleId}: ${result.note ?? 'no reason given'}`
          skipped.set(why, (skipped.get(why) ?? 0) + 1)
        }
      }
    }
    writeFileSync(process.env.THANOS_TEST_REPORT, JSON.stringify({ ...counts, skipped: [...skipped] }))
  }
}
