import { AppError } from '#contracts';
import { RowsDenied } from '#persistence';
import { HttpException } from '@nestjs/common';
import { RequestFault, type RequestFaultCode } from './faults.js';

/** What Fastify refuses before a route is reached. */
const FASTIFY: Readonly<Record<string, RequestFaultCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
};

/** What the driver or the system says when the database is not there, or is going away. */
const DATABASE_GONE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08001',
  '08003',
  '08006',
]);
/** A statement that was ended because it took too long. */
const ENDED = '57014';
/** What the database keeps from whoever asks. */
const ROWS_KEPT = '42501';
/** Class 22, data exception: a value that PostgreSQL cannot take, such as one inside a forged cursor. */
const UNTAKEABLE = /^22[0-9A-Z]{3}$/;
const CONNECTION_LOST = /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

/** Anything thrown, as a fault that can be told. What nobody foresaw is a fault of the server, its cause kept for the log. */
export function faultOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof HttpException) return new RequestFault(codeOfStatus(thrown.getStatus()), [], { cause: thrown });
  const { code, statusCode, message } = shapeOf(thrown);
  if (FASTIFY[code]) return new RequestFault(FASTIFY[code], [], { cause: thrown });
  if (code === ROWS_KEPT) return new RowsDenied('rows denied', { cause: thrown });
  if (code === ENDED) return new RequestFault('database.too-slow', [], { cause: thrown });
  if (UNTAKEABLE.test(code)) return new RequestFault('request.refused', [], { cause: thrown });
  if (DATABASE_GONE.has(code) || CONNECTION_LOST.test(message))
    return new RequestFault('database.unavailable', [], { cause: thrown });
  return new RequestFault(statusCode >= 400 && statusCode < 500 ? codeOfStatus(statusCode) : 'server.fault', [], {
    cause: thrown,
  });
}

function shapeOf(thrown: unknown): { readonly code: string; readonly statusCode: number; readonly message: string } {
  const { code, statusCode, message } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown; message?: unknown };
  return { code: textOf(code), statusCode: Number(statusCode ?? 0), message: textOf(message) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function codeOfStatus(status: number): RequestFaultCode {
  if (status === 404) return 'route.unknown';
  if (status === 405) return 'route.method';
  if (status === 408) return 'request.too-slow';
  if (status === 413) return 'request.too-large';
  if (status === 415) return 'request.media-type';
  return status < 500 ? 'request.refused' : 'server.fault';
}
