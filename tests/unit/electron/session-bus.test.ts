import { describe, expect, it } from 'vitest'
import { isServiceThere, isTrayHostThere, runProgram, type RunProgram } from '../../../main/electron/session-bus.ts'

const name = 'org.freedesktop.Notifications'

/** Answers by the method called; everything else is refused. */
function bus(answers: Readonly<Record<string, string>>): RunProgram {
  return (_program, args) => {
    const method = args[args.indexOf('--method') + 1] ?? ''
    const output = answers[method.slice(method.lastIndexOf('.') + 1)]
    return Promise.resolve(output === undefined ? { ok: false, reason: 'ServiceUnknown' } : { ok: true, output })
  }
}

describe('isServiceThere', () => {
  it('finds a service that runs', async () => {
    expect(await isServiceThere(name, bus({ NameHasOwner: '(true,)' }))).toEqual({ ok: true })
  })

  it('starts one that is only installed', async () => {
    expect(await isServiceThere(name, bus({ NameHasOwner: '(false,)', StartServiceByName: '(uint32 1,)' }))).toEqual({ ok: true })
  })

  it('says that there is none', async () => {
    expect(await isServiceThere(name, bus({ NameHasOwner: '(false,)' }))).toEqual({
      ok: false,
      reason: `nothing answers to ${name}: ServiceUnknown`,
    })
  })

  it('says that the bus itself is silent', async () => {
    expect(await isServiceThere(name, bus({}))).toMatchObject({ ok: false })
  })
})

describe('isTrayHostThere', () => {
  it.each([
    ['(<true>,)', true],
    ['(<false>,)', false],
  ])('reads %s', async (output, there) => {
    expect(await isTrayHostThere(bus({ Get: output }))).toBe(there)
  })

  it('takes silence for none', async () => {
    expect(await isTrayHostThere(bus({}))).toBe(false)
  })
})

describe('runProgram', () => {
  it('gives the output, or the first line of the complaint', async () => {
    expect(await runProgram(process.execPath, ['-e', 'console.log(1)'])).toEqual({ ok: true, output: '1\n' })
    expect(await runProgram(process.execPath, ['-e', 'console.error("no");console.error("more");process.exit(1)'])).toEqual({
      ok: false,
      reason: 'no',
    })
  })

  it('says that a program is missing', async () => {
    expect(await runProgram('no-such-program-here', [])).toMatchObject({
      ok: false,
      reason: expect.stringContaining('no-such-program-here') as string,
    })
  })

  it('ends a program that does not answer', async () => {
    expect(await runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])).toEqual({
      ok: false,
      reason: 'no answer from the desktop within 2 s',
    })
  })
})
