import { ERASED_NAME, type PersonRegister } from '#contracts';

type Register = Pick<PersonRegister, 'read'>;

/** What people are called, in one look: null where their particulars were erased; absent where they are not known. */
export async function namesOf(
  register: Register,
  tenant: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const found = people.length > 0 ? await register.read(tenant, people) : new Map<string, null>();
  return new Map([...found].map(([id, known]) => [id, known && (known['name'] ?? '')]));
}

/** The same for lists of people: in both languages that a name was erased, empty where nobody is known. */
export async function shownNames(
  register: Register,
  tenant: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = await namesOf(register, tenant, people);
  const shown = (name: string | null = ''): string => name ?? `${ERASED_NAME.vi} · ${ERASED_NAME.en}`;
  return new Map(people.map((person) => [person, shown(names.get(person))]));
}
