import type { Bilingual } from '#contracts';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type RequestError, RequestFault } from '../problems/faults.js';

const UNKNOWN_FIELD: Bilingual = { vi: 'Không có trường này.', en: 'There is no such field.' };
const NOT_AN_OBJECT: Bilingual = { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' };

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What class-validator found, as JSON Pointers with both languages. */
export function requestErrors(
  found: readonly ValidationError[],
  place: RequestError['in'],
  parent = '',
): readonly RequestError[] {
  return found.flatMap(({ property, constraints = {}, contexts = {}, children = [] }) => {
    const pointer = `${parent}/${escaped(property)}`;
    const own = Object.keys(constraints).map((name) => ({
      in: place,
      pointer,
      code: name === 'whitelistValidation' ? 'unknown-field' : name,
      messages: (contexts[name] as Bilingual | undefined) ?? (name === 'whitelistValidation' ? UNKNOWN_FIELD : NOT_AN_OBJECT),
    }));
    return [...own, ...requestErrors(children, place, pointer)];
  });
}

/** Bodies and query strings against their DTOs: unknown fields are refused, every error is told with its place. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor(place: 'body' | 'query') {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      exceptionFactory: (found) => new RequestFault('request.invalid', requestErrors(found, place)),
    });
  }
}

const PIPES = { body: new RequestValidation('body'), query: new RequestValidation('query') };

/** Chooses by where a value comes from, so that errors say so. Other parameters have pipes of their own. */
@Injectable()
export class AnyValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return metadata.type === 'body' || metadata.type === 'query' ? PIPES[metadata.type].transform(value, metadata) : value;
  }
}
