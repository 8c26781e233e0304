import type { Bilingual } from '#contracts';
import { registerDecorator, type ValidationOptions } from 'class-validator';

/** A rule for one field, with what is said of a value that breaks it. */
export interface Constraint {
  /** Stable: the `code` of the error. */
  readonly name: string;
  readonly said: Bilingual;
  readonly holds: (value: unknown) => boolean;
}

/** Makes a class-validator decorator of a rule; both languages travel in the error's context. */
export const constrained =
  ({ name, said, holds }: Constraint, options: ValidationOptions = {}): PropertyDecorator =>
  (target, propertyName) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { ...options, message: said.en, context: said },
      validator: { validate: holds },
    });
  };

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\r\t]/u;
const RTL_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/u;

/** True for text that can be stored and shown as it is: well-formed, without control characters or hidden reordering. */
export const isPlainText = (text: string, lines: boolean): boolean =>
  text.isWellFormed() && !RTL_OVERRIDES.test(text) && !(lines ? CONTROL_BUT_LINES : CONTROL).test(text);

/** A text of at least one visible character and at most `max` UTF-16 units. */
export const textOf = (max: number, lines = false): Constraint => ({
  name: 'text',
  said: {
    vi: `Phải là chuỗi từ 1 đến ${max} ký tự, không có ký tự điều khiển.`,
    en: `Must be a string of 1 to ${max} characters without control characters.`,
  },
  holds: (value) => typeof value === 'string' && value.length <= max && value.trim() !== '' && isPlainText(value, lines),
});

/** A text in a closed form, shown to people as such. */
export const shapeOf = (name: string, said: Bilingual, pattern: RegExp): Constraint => ({
  name,
  said,
  holds: (value) => typeof value === 'string' && pattern.test(value),
});

/** One of a few words. */
export const oneOf = (words: readonly string[]): Constraint => ({
  name: 'one-of',
  said: { vi: `Phải là một trong: ${words.join(', ')}.`, en: `Must be one of: ${words.join(', ')}.` },
  holds: (value) => typeof value === 'string' && words.includes(value),
});

/** A whole number between two. */
export const wholeNumber = (min: number, max: number): Constraint => ({
  name: 'whole-number',
  said: { vi: `Phải là số nguyên từ ${min} đến ${max}.`, en: `Must be a whole number from ${min} to ${max}.` },
  holds: (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
});
