import type { Actor, Directory, EffectiveTask, UnitClass, UnitEntry, UnitId } from '#engine';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
import { phraseOf, type Language } from '../vocabulary/concepts.js';

/** Writes units as a plan of one unit names them, and keeps the groups that it needs. */
export class DraftNames {
  private readonly groups = new Map<string, UnitClass>();

  constructor(
    private readonly directory: Directory,
    private readonly unit: UnitEntry,
    private readonly language: Language,
  ) {}

  /** Those of a task's leads that are the unit itself or lie below it. */
  leadsOf({ assigned }: EffectiveTask): readonly string[] {
    return unique(
      assigned.flatMap(({ below, leads }) =>
        leads.flatMap((actor) => {
          const inside = this.membersOf(actor, below).filter(({ id }) => this.directory.isWithin(id, this.unit.id));
          return inside.length > 0 ? [this.inside(actor, inside)] : [];
        }),
      ),
    );
  }

  /** Everybody who supports a task, seen from the unit: of a class above it, the one unit that it lies below. */
  supportsOf({ assigned }: EffectiveTask): readonly string[] {
    return unique(assigned.flatMap(({ below, supports }) => supports.map((actor) => this.supporter(actor, below))));
  }

  /** A unit by a name that means it in the unit's plan; an open group of that name where none does. */
  inBrackets(id: UnitId): string {
    const entry = this.directory.units.get(id);
    if (!entry) return this.open(id);
    const name = this.namesOf(entry).find((known) => this.directory.find(known, this.unit.id)?.id === id);
    return name === undefined ? this.open(entry.name) : `[${name}]`;
  }

  /** An issuer by a name that means it wherever one looks from: what the header of a plan has to say. */
  issuer(id: UnitId): string {
    const entry = this.directory.units.get(id);
    const name = entry && this.namesOf(entry).find((known) => this.directory.find(known)?.id === id);
    return name === undefined ? this.inBrackets(id) : `[${name}]`;
  }

  /** The unit's own division of a local name, if it has one. */
  own(localName: string): string | undefined {
    const division = this.directory.local(this.unit.id, localName);
    return division && this.inBrackets(division.id);
  }

  /** Definitions of the groups that were named. */
  groupLines(): readonly string[] {
    const say = (id: Parameters<typeof phraseOf>[0]): string => phraseOf(id, this.language);
    return [...this.groups].map(
      ([name, { kind, tier }]) =>
        `${say('GROUP')} [${name}] ${say('CONSISTS')} ${say(KIND_CONCEPTS[kind])} ${say(TIER_CONCEPTS[tier])}`,
    );
  }

  /** What a unit may be called: by its own names, and where others share them, by the place above it too. */
  private namesOf({ name, aliases, superior }: UnitEntry): readonly string[] {
    const above = superior === null ? undefined : this.directory.units.get(superior);
    if (!above) return [name, ...aliases];
    return [name, ...aliases, `${name}, ${above.name.replace(/^UBND /, '')}`];
  }

  private supporter(actor: Actor, below: UnitId): string {
    if (actor.kind === 'open') return this.open(actor.text);
    if (actor.kind === 'unit') return this.inBrackets(actor.unit);
    if (actor.kind === 'committee') return this.inBrackets(actor.office);
    const members = this.membersOf(actor, below);
    const inside = members.filter(({ id }) => this.directory.isWithin(id, this.unit.id));
    if (inside.length > 0) return this.inside(actor, inside);
    if (actor.kind === 'listed') return members.map(({ id }) => this.inBrackets(id)).join('; ');
    const above = members.find(({ id }) => this.directory.isWithin(this.unit.id, id));
    return above ? this.inBrackets(above.id) : this.open(actor.name);
  }

  private inside(actor: Actor, members: readonly UnitEntry[]): string {
    const [first] = members;
    if (actor.kind === 'listed') return members.map(({ id }) => this.inBrackets(id)).join('; ');
    if (first && (actor.kind !== 'each' || (members.length === 1 && first.tier === this.unit.tier)))
      return this.inBrackets(first.id);
    return actor.kind === 'each' ? `${phraseOf('EACH', this.language)} [${this.groupName(actor.name, actor.of)}]` : '';
  }

  /** A group keeps its name, unless another class has it already. */
  private groupName(name: string, of: UnitClass): string {
    for (let index = 1; ; index++) {
      const candidate = index === 1 ? name : `${name} (${index})`;
      const known = this.groups.get(candidate);
      if (known && (known.kind !== of.kind || known.tier !== of.tier)) continue;
      this.groups.set(candidate, of);
      return candidate;
    }
  }

  private membersOf(actor: Actor, below: UnitId): readonly UnitEntry[] {
    if (actor.kind === 'open') return [];
    if (actor.kind === 'each') return this.directory.select(actor.of, actor.within ?? below);
    const units = actor.kind === 'listed' ? actor.units : [actor.kind === 'committee' ? actor.office : actor.unit];
    return units.flatMap((id) => this.directory.units.get(id) ?? []);
  }

  private open(text: string): string {
    return `${phraseOf('RELEVANT', this.language)} "${text.replaceAll('"', "'")}"`;
  }
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
