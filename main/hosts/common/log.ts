// The program's log: JSON lines, redacted as a whole line, in a file of bounded size.
import { pino } from 'pino';
import type { Log } from '../../ports.ts';
import { redact } from '../../redact.ts';

/** Where finished lines go; each ends in a line feed. */
export interface LineWriter {
  write(line: string): void;
}

/** Fields whose values are never worth the risk, wherever they stand. */
const privateFields = [
  'key',
  'apiKey',
  'secret',
  'token',
  'authorization',
  'password',
  'email',
  'name',
  'phone',
  'address',
  'body',
  'input',
  'iban',
];

/** A log that writes to `writer`. Fields that hold an `Error` become its type, message, code and stack. */
export function createLog(writer: LineWriter): Log {
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: privateFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[private]',
      },
    },
    { write: (line: string) => writer.write(redact(line)) },
  );
  return {
    info: (event, fields) => logger.info(withPlainErrors(fields), event),
    error: (event, fields) => logger.error(withPlainErrors(fields), event),
  };
}

function withPlainErrors(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      value instanceof Error ? plainError(value) : value,
    ]),
  );
}

function plainError(error: Error): Readonly<Record<string, unknown>> {
  return {
    type: error.name,
    message: error.message,
    code: 'code' in error ? error.code : undefined,
    stack: error.stack,
    cause: error.cause instanceof Error ? plainError(error.cause) : undefined,
  };
}
