import { addDays, type LocalDate, TIERS } from '#engine';
import type { Role } from '#identity';
import type { ModelGrant, ModelUnit, ModelWorld } from './rights-world.js';

/** What something needs: one of these roles, held against this. */
export interface Need {
  readonly roles: readonly Role[];
  /** As permissions.md has it: nothing, a role anywhere, seeing or acting for a unit, the whole house, looking after people. */
  readonly kind: 'self' | 'document' | 'see' | 'act' | 'house' | 'people';
  readonly writes?: boolean;
}

/** Somebody, as they come in. */
export interface Comer {
  readonly user: string;
  /** Has shown a second factor. */
  readonly strong: boolean;
  readonly mayWrite: boolean;
}

const LENDABLE = new Set<Role>(['rules-author', 'official', 'unit-head', 'leader']);
const GUARDED = new Set<Role>(['auditor', 'system-administrator']);

/** Who may do what on a day, as docs/explanation/permissions.md says: by definition, one record after another. Shares nothing with the policy. */
export class RightsModel {
  private readonly byName: ReadonlyMap<string, ModelUnit>;

  constructor(
    private readonly world: ModelWorld,
    private readonly day: LocalDate,
  ) {
    this.byName = new Map(world.units.map((unit) => [unit.name, unit]));
  }

  /** @param asked the unit that it is about; null for none */
  may({ user, strong, mayWrite }: Comer, { roles, kind, writes = false }: Need, asked: string | null): boolean {
    if (this.isBlocked(user) || (writes && !mayWrite)) return false;
    if (kind === 'self') return true;
    return this.grantsOf(user)
      .filter(({ role }) => roles.includes(role) && (strong || !GUARDED.has(role)))
      .some((each) => this.reaches(each, kind, asked));
  }

  /** Units that were founded by the end of the world, of which somebody sees the work. */
  seen(comer: Comer, need: Need): readonly string[] {
    return this.world.units.map(({ name }) => name).filter((name) => this.may(comer, { ...need, kind: 'see' }, name));
  }

  /** Own grants that count, and borrowed ones whose lender's own counts. */
  private grantsOf(user: string): readonly ModelGrant[] {
    const { held, lent } = this.world;
    const own = held.filter((each) => each.user === user && this.counts(each));
    const borrowed = lent
      .filter((each) => each.to === user && this.counts(each))
      .map(({ grant }) => held.find(({ id }) => id === grant)!)
      .filter((each) => LENDABLE.has(each.role) && this.counts(each) && !this.isBlocked(each.user));
    return [...own, ...borrowed];
  }

  private isBlocked(user: string): boolean {
    const since = this.world.blocked.get(user);
    return since !== undefined && since <= this.day;
  }

  private counts({ from, until, given, taken }: Pick<ModelGrant, 'from' | 'until' | 'given' | 'taken'>): boolean {
    const { day } = this;
    return given <= day && from <= day && (until === null || day < until) && (taken === null || day < taken);
  }

  private reaches({ unit, subtree }: ModelGrant, kind: Need['kind'], asked: string | null): boolean {
    if (unit === null) return true;
    const seats = this.seats(unit);
    if (kind === 'document') return seats.length > 0;
    if (kind === 'house') {
      const tops = this.world.units.filter(({ name }) => this.lives(name) && this.bossNow(name) === null);
      const isWhole = tops.length === 1 && seats.includes(tops[0]!.name);
      return isWhole && (asked === null || this.reaches({ unit, subtree } as ModelGrant, 'act', asked));
    }
    if (asked === null || !this.byName.has(asked)) return false;
    const isBelow = (place: string): boolean => this.upwards(place).some((each) => seats.includes(each));
    if (kind !== 'act') return this.found(asked).some(isBelow);
    return this.lives(asked) && (subtree ? isBelow(asked) : seats.includes(asked));
  }

  private lives(name: string, day = this.day): boolean {
    const { begins, ends } = this.byName.get(name)!;
    return begins <= day && (ends === null || day < ends);
  }

  private lastBoss(name: string, day: LocalDate): string | null {
    let boss: string | null = null;
    let since = '';
    for (const each of this.byName.get(name)!.bosses) {
      if (each.from > day || each.from < since) continue;
      since = each.from;
      boss = each.boss;
    }
    return boss;
  }

  private bossNow(name: string): string | null {
    const boss = this.lastBoss(name, this.day);
    return boss !== null && this.lives(boss) ? boss : null;
  }

  private upwards(name: string): string[] {
    const way = [name];
    for (let boss = this.bossNow(name); boss !== null; boss = this.bossNow(boss)) way.push(boss);
    return way;
  }

  /** Those who live today and took over, through however many ends. */
  private heirs(name: string, seen: readonly string[] = []): string[] {
    if (seen.includes(name)) return [];
    const unit = this.byName.get(name)!;
    if (this.lives(name)) return [name];
    if (unit.ends === null || unit.begins > this.day) return [];
    return unit.heirs.flatMap((heir) => this.heirs(heir, [...seen, name]));
  }

  private formerBoss(name: string): string | null {
    return this.lastBoss(name, addDays(this.byName.get(name)!.ends!, -1));
  }

  private found(name: string): string[] {
    const unit = this.byName.get(name)!;
    if (this.lives(name)) return [name];
    if (unit.ends === null || unit.ends > this.day) return [];
    const heirs = this.heirs(name);
    if (heirs.length > 0) return heirs;
    const boss = this.formerBoss(name);
    return boss === null ? [] : this.found(boss);
  }

  private seats(name: string): string[] {
    const unit = this.byName.get(name)!;
    if (this.lives(name)) return [name];
    if (unit.ends === null || unit.ends > this.day) return [];
    const boss = this.formerBoss(name);
    const over = boss === null ? [] : this.found(boss).flatMap((each) => this.upwards(each));
    return this.heirs(name).filter(
      (heir) => TIERS.indexOf(this.byName.get(heir)!.tier) >= TIERS.indexOf(unit.tier) && !over.includes(heir),
    );
  }
}
