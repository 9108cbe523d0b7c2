import type { Logger } from '../../main/ports/logger.ts'

export const silentLogger: Logger = { debug() {}, info() {}, warning() {}, error() {} }
