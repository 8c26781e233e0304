import type { Actor, Addressee, UnitEntry, UnitId, Via } from '#engine';
import type { ActorNode, AddresseeNode, NameNode } from '../ast/nodes.js';
import type { Group, Reading } from '../semantics/reading.js';

/** Lowers names; those that mean nothing (an error says so) are left out. */
export function lowerActors(actors: readonly ActorNode[], reading: Reading): readonly Actor[] {
  const found = actors.map((actor) => lowerActor(actor, reading));
  return found.includes(undefined) ? found.filter((actor) => actor !== undefined) : (found as readonly Actor[]);
}

function lowerActor(actor: ActorNode, reading: Reading): Actor | undefined {
  if (actor.kind === 'open') return { kind: 'open', text: actor.text };
  const meaning = reading.meaningOf(actor.name);
  if (!meaning) return undefined;
  const named = meaning.kind === 'unit' ? unitActor(meaning.unit) : lowerGroup(meaning.group, reading);
  return named && actor.isHead && named.kind !== 'committee' ? { ...named, post: 'head' } : named;
}

const unitActor = ({ id }: UnitEntry): Actor & { readonly kind: 'unit' } => ({ kind: 'unit', unit: id });

type GroupActor = Extract<Actor, { readonly kind: 'each' | 'listed' | 'committee' }>;

function lowerGroup({ name: { value: name }, node, of, form }: Group, reading: Reading): GroupActor | undefined {
  if (form === 'class' && !node.below) return of ? { kind: 'each', name, of } : undefined;
  const units = (node.members ?? []).flatMap((member) =>
    member.kind === 'named' ? (lowerUnit(member.name, reading) ?? []) : [],
  );
  const office = lowerUnit(node.office, reading);
  if (office !== null) return { kind: 'committee', name, office, members: units };
  if (node.members) return { kind: 'listed', name, units };
  const within = lowerUnit(node.below, reading);
  return of ? { kind: 'each', name, of, ...(within === null ? {} : { within }) } : undefined;
}

export const lowerUnit = (name: NameNode | null | undefined, reading: Reading): UnitId | null =>
  (name && reading.unitOf(name)?.id) ?? null;

export function lowerAddressee(addressee: AddresseeNode | null, reading: Reading): Addressee | null {
  if (addressee?.kind === 'superior' || addressee?.kind === 'sector') return { kind: addressee.kind };
  const unit = lowerUnit(addressee?.name, reading);
  return unit === null ? null : { kind: 'unit', unit };
}

/** Towards the direct superior a division's local name means that of each superior; elsewhere a unit by its name comes first. */
export function lowerVia(name: NameNode | undefined, to: Addressee, reading: Reading): Via | null {
  if (!name) return null;
  const local: Via | null = reading.isLocalName(name) ? { kind: 'local', name: name.value } : null;
  if (local && to.kind === 'superior') return local;
  const unit = lowerUnit(name, reading);
  return unit === null ? local : { kind: 'unit', unit };
}
