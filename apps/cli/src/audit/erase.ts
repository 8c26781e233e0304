import { ERASED_NAME, type Particulars } from '#contracts';
import { instantOfMs } from '#engine';
import { PersonFault, PostgresPersonRegister, sealedTenant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import type { Run } from '../verb.js';

/** `thac audit erase PERSON --document NO`: as the owner of the tables; once more does nothing. */
export const runErase: Run = async (typed, terminal) => {
  const [person = ''] = typed.words;
  const document = typed.value('document');
  if (document === undefined) throw noDocument();
  const at = instantOfMs(Date.now());
  const work = async (pool: ConstructorParameters<typeof PostgresPersonRegister>[0]) => {
    const tenant = await sealedTenant(pool, typed.value('tenant'));
    const actor = typed.value('actor') ?? null;
    return { tenant, ...(await new PostgresPersonRegister(pool).erase(tenant, { person, document, actor, at })) };
  };
  const { tenant, isNew, position } = await withOwnDatabase(typed, terminal, ({ pool }) => work(pool), 'owner');
  if (typed.flag('json')) terminal.out(JSON.stringify({ tenant, person, document, isNew, position }, null, 2));
  else if (isNew)
    terminal.out(
      {
        vi: `Đã hủy khóa thông tin của ${person} theo ${document}; ghi nhận ở sự kiện ${position} của ${tenant}.`,
        en: `The key of ${person}'s particulars was destroyed by ${document}; recorded as event ${position} of ${tenant}.`,
      }[terminal.language],
    );
  else
    terminal.out(
      { vi: `Thông tin của ${person} đã được xóa từ trước.`, en: `The particulars of ${person} had been erased before.` }[
        terminal.language
      ],
    );
  return EXIT.ok;
};

const noDocument = (): UsageFault =>
  new UsageFault(
    { vi: 'Thiếu --document: văn bản nào yêu cầu xóa?', en: '--document is missing: which document orders the erasure?' },
    { vi: 'Thêm --document SỐ, ví dụ --document 7/QĐ.', en: 'Add --document NO, such as --document 7/QĐ.' },
  );

/** `thac audit person PERSON`: who stands behind an opaque id. */
export const runPerson: Run = async (typed, terminal) => {
  const [person = ''] = typed.words;
  const particulars = await withOwnDatabase(typed, terminal, async ({ pool }) => {
    const tenant = await sealedTenant(pool, typed.value('tenant'));
    return (await new PostgresPersonRegister(pool).read(tenant, [person])).get(person);
  });
  if (particulars === undefined) throw new PersonFault('person.unknown', { person });
  if (typed.flag('json')) terminal.out(JSON.stringify({ person, erased: particulars === null, particulars }, null, 2));
  else
    for (const line of linesOf(particulars))
      terminal.out(`${person}: ${typeof line === 'string' ? line : line[terminal.language]}`);
  return EXIT.ok;
};

const linesOf = (particulars: Particulars | null): readonly (string | typeof ERASED_NAME)[] =>
  particulars === null ? [ERASED_NAME] : Object.entries(particulars).map(([name, value]) => `${name} = ${value}`);
