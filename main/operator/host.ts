/** What a host needs to know of the core's types. Hosts import the operator and shared, nothing deeper, so the words they share are named here. */
export { minute, type Instant } from '../domain/instant.ts'
export { OperatorError } from '../domain/operator-error.ts'
export type { Channel, DeliveryResult } from '../ports/channel.ts'
export type { Logger } from '../ports/logger.ts'
export type { Message } from '../domain/message.ts'
