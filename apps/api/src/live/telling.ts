import type { Touched } from './changes.js';
import type { Sight } from './sight.js';

/** What somebody is told: where something has changed of what they may see; never what, how often or in what order. */
export interface Told {
  /** Work of units that they see. */
  readonly work: readonly { readonly plan: string; readonly unit: string }[];
  /** Plans of units that they see, whoever’s work it was. */
  readonly plans: readonly string[];
  /** Units that they see, to which others have handed something in, or which have judged it. */
  readonly desks: readonly string[];
  /** Documents of the house; `rights` for their own, `people` for the users that they look after. */
  readonly documents: readonly string[];
  /** More of what they see has changed than is named here. */
  readonly more: boolean;
}

/** Pieces of work, plans and desks that are named in one message, each. */
export const MOST_NAMED = 50;

/** What somebody may see changes with their rights, with those of whoever lent them some, and with the organisation. */
export const changesSight = ({ documents, people }: Touched, { dependsOn }: Sight): boolean =>
  documents.has('organisation') || !dependsOn.isDisjointFrom(people);

/** What somebody is told of all that was touched; undefined where that is nothing. Costs a look-up for each unit that was touched, or that they see. */
export function toldOf(touched: readonly Touched[], sight: Sight): Told | undefined {
  const work = touched.flatMap((each) => seen(each.work, sight).flatMap((unit) => placesOf(each, unit)));
  const plans = touched.flatMap(({ issued }) => seen(issued, sight).flatMap((unit) => [...(issued.get(unit) ?? [])]));
  const desks = touched.flatMap((each) => seen(each.desks, sight));
  const documents = touched.flatMap((each) => documentsOf(each, sight));
  if (work.length + plans.length + desks.length + documents.length === 0) return undefined;
  const places = new Map(work.map((place) => [`${place.plan}/${place.unit}`, place]));
  const named = { work: [...places.values()], plans: [...new Set(plans)], desks: [...new Set(desks)] };
  return {
    work: named.work.slice(0, MOST_NAMED),
    plans: named.plans.slice(0, MOST_NAMED),
    desks: named.desks.slice(0, MOST_NAMED),
    documents: [...new Set(documents)],
    more: Object.values(named).some(({ length }) => length > MOST_NAMED),
  };
}

type Units = ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** Goes through whichever is smaller: what was touched, or what is seen. */
const seen = (touched: Units, { units }: Sight): readonly string[] =>
  units === null ? [...touched.keys()] : [...units.intersection(touched)];

const placesOf = ({ work }: Touched, unit: string): Told['work'] => [...(work.get(unit) ?? [])].map((plan) => ({ plan, unit }));

const documentsOf = ({ documents, people }: Touched, { seesDocuments, seesPeople, user }: Sight): readonly string[] => [
  ...(seesDocuments ? documents : []),
  ...(people.has(user) ? ['rights'] : []),
  ...(seesPeople && people.size > 0 ? ['people'] : []),
];
