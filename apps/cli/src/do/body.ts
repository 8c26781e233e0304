import { dateOption } from '../dates.js';
import { UsageFault } from '../faults.js';
import type { Typed } from '../verb.js';
import { isDay, readChanges } from './changes.js';
import { isOfOthers, type Deed, type Field } from './deeds.js';

const DATES: ReadonlySet<Field> = new Set<Field>(['to', 'due', 'from', 'until', 'on']);

/**
 * The body of a request: who acts, and what was typed.
 * @throws UsageFault for a date, document, change or list that is none
 */
export function bodyOf({ route, needs, may }: Deed, typed: Typed): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const field of [...needs, ...may]) {
    const text = typed.value(field);
    if (text !== undefined) body[field] = valueOf(field, text, typed);
  }
  return { actor: actorOf(typed, body['document'] as Document | undefined, route), ...body };
}

function valueOf(field: Field, text: string, typed: Typed): unknown {
  if (DATES.has(field)) return dateOption(typed, field);
  switch (field) {
    case 'document':
      return readDocument(text);
    case 'changes':
      return readChanges(text);
    case 'units':
      return text
        .split(',')
        .map((unit) => unit.trim())
        .filter((unit) => unit !== '');
    default:
      return text;
  }
}

interface Document {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
}

/** The unit that was named, else the issuer of the document, else the unit whose work it is. @throws UsageFault */
function actorOf(typed: Typed, document: Document | undefined, route: string): string {
  const actor = typed.value('actor') ?? document?.issuer ?? (isOfOthers(route) ? undefined : typed.value('unit'));
  if (actor !== undefined) return actor;
  throw new UsageFault(
    { vi: 'Ai thực hiện? Thao tác này cần --actor.', en: 'Who acts? This deed needs --actor.' },
    { vi: 'Thêm --actor MÃ_ĐƠN_VỊ.', en: 'Add --actor UNIT.' },
  );
}

/** `512/UBND-NC, 2022-09-20, vn-10`; a number may itself hold commas. @throws UsageFault */
function readDocument(text: string): Document {
  const parts = text.split(',').map((part) => part.trim());
  const [issuer = '', date = ''] = parts.toReversed();
  const number = parts.slice(0, -2).join(', ');
  if (number !== '' && issuer !== '' && isDay(date)) return { number, date, issuer };
  throw new UsageFault(
    { vi: `--document: không đọc được “${text}”.`, en: `--document: “${text}” cannot be read.` },
    {
      vi: 'Viết: --document "512/UBND-NC, 2022-09-20, vn-10" (số, ngày YYYY-MM-DD, mã cơ quan).',
      en: 'Write: --document "512/UBND-NC, 2022-09-20, vn-10" (number, date YYYY-MM-DD, id of the issuer).',
    },
  );
}
