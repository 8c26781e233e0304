import type { NameNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { candidate, closest, type Candidate } from '../../diagnostics/distance.js';
import type { Span } from '../../lexer/lines.js';
import { phraseOf } from '../../vocabulary/concepts.js';
import type { Reading } from '../reading.js';

/** How a name is used: behind "each", as one of those who act, as one agency, or as what a report passes through. */
export type Use = 'each' | 'actor' | 'one' | 'via';

/** A known name. A class or a list of the text is of many units: "each" goes with it. */
interface Known {
  readonly name: string;
  readonly isMany: boolean;
}

/** The names that unknown ones were probably meant to be, such as those typed without marks. */
export class NamesMeant {
  private many: readonly Candidate<Known>[] | undefined;
  private single: readonly Candidate<Known>[] | undefined;
  private local: readonly Candidate<Known>[] | undefined;
  private readonly found = new Map<string, Known | undefined>();

  constructor(private readonly reading: Reading) {}

  /** What a diagnostic of an unknown name says besides: the name that was meant, and the change that makes the line right. */
  meant(name: NameNode, use: Use, each: Span | null): { readonly suggestion: Args['suggestion']; readonly fix?: Finding['fix'] } {
    const found = this.nearest(name.value, use);
    if (!found) return { suggestion: '' };
    const own = `[${found.name}]`;
    const takesEach = found.isMany && use === 'actor';
    const text = takesEach ? `${phraseOf('EACH', this.reading.lexed.language)} ${own}` : own;
    const start = each && !found.isMany ? each.start : name.span.start;
    const title = { vi: `Sửa thành ${text}`, en: `Change to ${text}` };
    return { suggestion: { vi: ` Có phải ${own}?`, en: ` Is ${own} meant?` }, fix: { title, start, end: name.span.end, text } };
  }

  private nearest(name: string, use: Use): Known | undefined {
    const key = `${use} ${name}`;
    if (!this.found.has(key)) this.found.set(key, this.search(name, use));
    return this.found.get(key);
  }

  private search(name: string, use: Use): Known | undefined {
    if (use === 'each') return closest(name, this.classes()) ?? closest(name, this.units());
    if (use === 'actor') return closest(name, [...this.classes(), ...this.units()]);
    return closest(name, use === 'via' ? [...this.locals(), ...this.units()] : this.units());
  }

  private classes(): readonly Candidate<Known>[] {
    return (this.many ??= this.groups(true));
  }

  /** Units, and committees, which act as one. */
  private units(): readonly Candidate<Known>[] {
    if (this.single) return this.single;
    const units = [...this.reading.env.directory.units.values()];
    const names = units.flatMap(({ name, aliases }) => [name, ...aliases]);
    return (this.single = [...this.groups(false), ...names.map((name) => candidate({ name, isMany: false }, name))]);
  }

  private locals(): readonly Candidate<Known>[] {
    const units = [...this.reading.env.directory.units.values()];
    const names = new Set(units.flatMap(({ localName }) => localName ?? []));
    return (this.local ??= [...names].map((name) => candidate({ name, isMany: false }, name)));
  }

  private groups(isMany: boolean): readonly Candidate<Known>[] {
    const groups = [...this.reading.groups.values()].filter(({ form }) => (form !== 'committee') === isMany);
    return groups.map(({ name: { value: name } }) => candidate({ name, isMany }, name));
  }
}

type Args = { readonly suggestion: '' | { readonly vi: string; readonly en: string } };
