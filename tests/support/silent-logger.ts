import type { RedactingLogger } from '../../main/ports/logger.ts'

export const silentLogger: RedactingLogger = { addSecret() {}, debug() {}, info() {}, warning() {}, error() {} }
