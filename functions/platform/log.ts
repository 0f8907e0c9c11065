import { Logger } from '@aws-lambda-powertools/logger'
import { environment } from './environment'

/** What a log line may carry: names of things and figures. Never a value a person entered: a test greps for them. */
export interface LogFields {
  readonly route?: string
  readonly requestId?: string
  readonly actor?: string
  readonly code?: string
  readonly status?: number
  readonly slice?: string
  readonly entity?: string
  readonly id?: string
  readonly shard?: string
  readonly count?: number
  readonly millis?: number
  readonly attempt?: number
  readonly why?: string
}

let made: Logger | undefined

/** Made at the first line, so that the level can be set before. */
function logger(): Logger {
  made ??= new Logger({ serviceName: 'zmht', logLevel: levelOf(environment.logLevel()) })
  return made
}

function levelOf(name: string): 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'SILENT' {
  return name === 'DEBUG' || name === 'WARN' || name === 'ERROR' || name === 'SILENT' ? name : 'INFO'
}

export const log = {
  info: (message: string, fields: LogFields = {}) => logger().info(message, { ...fields }),
  warn: (message: string, fields: LogFields = {}) => logger().warn(message, { ...fields }),
  /** The error's name and stack only: messages of libraries may quote what they were given. */
  error: (message: string, error: unknown, fields: LogFields = {}) =>
    logger().error(message, { ...fields, error: describe(error) }),
}

function describe(error: unknown): { name: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '))
  return { name: error.name, stack: frames.slice(0, 8).join('\n') }
}
