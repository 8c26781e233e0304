import { AppError, type Bilingual } from '#contracts';

interface Entry {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const entry = (what: readonly [vi: string, en: string], mend: readonly [vi: string, en: string]): Entry => ({
  what: { vi: what[0], en: what[1] },
  mend: { vi: mend[0], en: mend[1] },
});

/** Everything that can be wrong with a scenario, in words; `{slots}` are filled with the facts of the case. */
export const SCENARIO_WORDING = {
  'scenario.wrong-type': entry(
    ['Cần {expected}, nhưng lại là {found}.', 'Expected {expected}, found {found}.'],
    ['Viết lại thành {expected}.', 'Write {expected} here.'],
  ),
  'scenario.missing': entry(
    ['Thiếu thuộc tính “{name}”.', 'The property “{name}” is missing.'],
    ['Thêm “{name}”.', 'Add “{name}”.'],
  ),
  'scenario.unknown-property': entry(
    ['Không có thuộc tính nào tên “{name}”.', 'There is no property “{name}” here.'],
    ['Xoá nó, hoặc dùng một trong: {known}.', 'Remove it, or use one of: {known}.'],
  ),
  'scenario.unknown-word': entry(
    ['“{text}” không phải giá trị dùng được ở đây.', '“{text}” cannot be used here.'],
    ['Dùng một trong: {known}.', 'Use one of: {known}.'],
  ),
  'scenario.bad-date': entry(
    ['Không có ngày “{text}”.', 'There is no date “{text}”.'],
    [
      'Viết ngày có thật theo dạng YYYY-MM-DD, ví dụ 2022-06-30.',
      'Write a day that exists as YYYY-MM-DD, for example 2022-06-30.',
    ],
  ),
  'scenario.bad-time': entry(
    ['“{text}” không phải là giờ phút.', '“{text}” is no clock time.'],
    ['Viết GG:PP, từ 00:01 đến 23:59.', 'Write HH:MM, 00:01 to 23:59.'],
  ),
  'scenario.bad-instant': entry(
    ['“{text}” không phải là thời điểm có thật.', '“{text}” is not a moment that exists.'],
    [
      'Viết YYYY-MM-DD (tức 8 giờ sáng ngày đó) hoặc YYYY-MM-DDThh:mm:ss+07:00.',
      'Write YYYY-MM-DD (08:00 of that day) or YYYY-MM-DDThh:mm:ss+07:00.',
    ],
  ),
  'scenario.bad-number': entry(
    ['{text} không nằm trong khoảng từ {from} đến {to}.', '{text} does not lie between {from} and {to}.'],
    ['Viết một số trong khoảng đó.', 'Write a number in that range.'],
  ),
  'scenario.bad-range': entry(
    ['Khoảng [{from}, {to}] bị ngược.', 'The range [{from}, {to}] is upside down.'],
    ['Viết số nhỏ trước, số lớn sau.', 'Write the smaller number first.'],
  ),
  'scenario.shares-above-one': entry(
    ['Tỷ lệ đúng hạn và trễ hạn cộng lại là {sum}, lớn hơn 1.', 'The shares on time and late add up to {sum}, more than 1.'],
    ['Giảm một trong hai tỷ lệ; phần còn lại là không bao giờ nộp.', 'Lower one of them; what is left never comes in.'],
  ),
  'scenario.out-of-order': entry(
    [
      'Việc này xảy ra lúc {at}, trước việc đứng trên nó ({before}).',
      'This happens at {at}, before the action above it ({before}).',
    ],
    ['Xếp các hành động theo thứ tự thời gian.', 'Put the actions in the order of time.'],
  ),
  'scenario.too-many': entry(
    ['Có {count} mục, nhiều hơn mức cho phép {limit}.', 'There are {count} entries, more than the {limit} allowed.'],
    ['Bớt mục.', 'Leave entries out.'],
  ),
  'scenario.no-plan': entry(
    [
      'Không có hành động “issue” nào, nên không có kế hoạch nào được ban hành.',
      'No action “issue” is there, so no plan is ever issued.',
    ],
    ['Thêm hành động ban hành văn bản quy tắc đầu tiên.', 'Add an action that issues the first rules file.'],
  ),
  'scenario.unknown-file': entry(
    ['Văn bản “{name}” không có trong danh sách “rules”.', 'The file “{name}” is not in the list “rules”.'],
    ['Dùng một trong: {known}.', 'Use one of: {known}.'],
  ),
  'scenario.file-name': entry(
    ['“{name}” không phải tên tệp nằm cạnh kịch bản.', '“{name}” is not the name of a file beside the scenario.'],
    ['Chỉ viết tên tệp, không có đường dẫn.', 'Write the name of a file only, without a path.'],
  ),
  'scenario.unknown-unit': entry(
    ['Không có đơn vị nào mã “{unit}” vào ngày {date}.', 'There is no unit “{unit}” on {date}.'],
    ['Sửa mã{suggestion}', 'Mend the id{suggestion}'],
  ),
  'scenario.nobody': entry(
    ['Không có đơn vị nào thuộc nhóm này vào ngày {date}.', 'No unit belongs to this class on {date}.'],
    ['Sửa “each”, “below” hoặc “except”.', 'Mend “each”, “below” or “except”.'],
  ),
  'scenario.unknown-task': entry(
    ['Không có nhiệm vụ nào “{item}” trong các văn bản quy tắc.', 'No rules file has a task “{item}”.'],
    ['Sửa số nhiệm vụ{suggestion}', 'Mend the number of the task{suggestion}'],
  ),
  'scenario.unknown-report': entry(
    ['Không văn bản nào đặt ra báo cáo “{report}”.', 'No rules file asks for a report “{report}”.'],
    ['Sửa mã báo cáo{suggestion}', 'Mend the id of the report{suggestion}'],
  ),
  'scenario.not-held': entry(
    ['{unit} không được giao “{obligation}”.', '{unit} does not hold “{obligation}”.'],
    ['Sửa đơn vị hoặc sửa mã việc, mã báo cáo.', 'Mend the unit, or the id of the item or report.'],
  ),
  'scenario.before-plan': entry(
    ['Kế hoạch đề ngày {issued}, không thể ban hành lúc {at}.', 'The plan is dated {issued}; it cannot be issued at {at}.'],
    ['Dời hành động đến ngày của kế hoạch hoặc sau đó.', 'Move the action to the day of the plan or later.'],
  ),
  'scenario.more-problems': entry(
    ['Còn {count} lỗi nữa không liệt kê ở đây.', 'There are {count} more problems that are not listed.'],
    ['Sửa các lỗi trên rồi kiểm tra lại.', 'Mend those above, then check again.'],
  ),
} as const satisfies Readonly<Record<string, Entry>>;

export type ScenarioProblemCode = keyof typeof SCENARIO_WORDING;

/** What is wrong with a scenario, where, and how to mend it. A value, never thrown by itself. */
export interface ScenarioProblem {
  readonly code: ScenarioProblemCode;
  /** JSON Pointer (RFC 6901) into the scenario; empty for the whole. */
  readonly path: string;
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

type Facts = Readonly<Record<string, string | number | Bilingual>>;

const MAX_PROBLEMS = 100;

/** Collects problems in the order in which they are met; past a bound only their number. */
export class ScenarioProblems {
  readonly #found: ScenarioProblem[] = [];
  #untold = 0;

  add(code: ScenarioProblemCode, path: string, facts: Facts = {}): undefined {
    if (this.#found.length < MAX_PROBLEMS) this.#found.push(problem(code, path, facts));
    else this.#untold += 1;
    return undefined;
  }

  get none(): boolean {
    return this.#found.length === 0;
  }

  list(): readonly ScenarioProblem[] {
    return this.#untold === 0
      ? [...this.#found]
      : [...this.#found, problem('scenario.more-problems', '', { count: this.#untold })];
  }
}

function problem(code: ScenarioProblemCode, path: string, facts: Facts): ScenarioProblem {
  const { what, mend } = SCENARIO_WORDING[code];
  return { code, path, what: fill(what, facts), mend: fill(mend, facts) };
}

const fill = ({ vi, en }: Bilingual, facts: Facts): Bilingual => ({ vi: fillIn(vi, 'vi', facts), en: fillIn(en, 'en', facts) });

const fillIn = (text: string, language: keyof Bilingual, facts: Facts): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return slot;
    const said = typeof fact === 'object' ? fact[language] : String(fact);
    return said.length <= 200 ? said : `${said.slice(0, 199)}…`;
  });

/** Thrown when a scenario does not read or does not fit its organisation and rules. Nothing has been recorded. */
export class ScenarioInvalid extends AppError {
  override readonly code = 'scenario.invalid';
  override readonly mend: Bilingual = {
    vi: 'Sửa từng lỗi dưới đây trong scenario.json.',
    en: 'Mend each of the problems below in scenario.json.',
  };
  constructor(
    readonly problems: readonly ScenarioProblem[],
    readonly file: string = 'scenario.json',
  ) {
    super(problems.map(({ path, what }) => `${path}: ${what.en}`).join('\n'));
  }
  override get what(): Bilingual {
    const count = this.problems.length;
    return {
      vi: `Kịch bản ${this.file} có ${count} lỗi.`,
      en: `The scenario ${this.file} has ${count} problem${count === 1 ? '' : 's'}.`,
    };
  }
}

/** Thrown when an action of a scenario is refused while it runs: its `cause` says why. */
export class ScenarioRefused extends AppError {
  override readonly code = 'scenario.refused';
  constructor(
    /** JSON Pointer of the action; null for a habit's deed. */
    readonly path: string | null,
    override readonly cause: AppError,
  ) {
    super(`${path ?? 'habit'}: ${cause.message}`, { cause });
  }
  override get what(): Bilingual {
    const where = this.path ?? '/habits';
    return { vi: `Kịch bản dừng ở ${where}: ${this.cause.what.vi}`, en: `The scenario stops at ${where}: ${this.cause.what.en}` };
  }
  override get mend(): Bilingual {
    return this.cause.mend;
  }
}
