import type { TargetLevel, TargetRule } from '#engine';
import type { Bilingual } from '#contracts';
import type { GoalNode } from '../ast/nodes.js';
import { actorsSaid, listSaid, unitsMeant } from './actors-said.js';
import { both, counted, joined } from './bilingual.js';
import { daySaid } from './dates-said.js';
import { sentence, wordsOf } from './phrases.js';
import { clausesOf, noted, type Said, type Saying } from './saying.js';
import { countUnits } from './units-said.js';

/** A target: each of its levels as what it asks for and by when, who answers for it, and the tasks that serve it. */
export function sayTarget(saying: Saying, item: GoalNode): Said {
  const { rules, facts, analysis, language } = saying;
  const target = (rules.targets ?? []).find(({ no }) => no === item.no?.written);
  const head = sentence(wordsOf(item.head, analysis));
  if (!target) return { sentences: [head], units: null, lastDays: [] };
  const lines = clausesOf(item).map((line) => {
    const note =
      line.kind === 'lead'
        ? actorsSaid(target.leads, facts)
        : line.kind === 'per-unit'
          ? PER_UNIT
          : line.kind === 'level'
            ? levelsSaid(target, saying)
            : null;
    return sentence(wordsOf(line.span, analysis) + noted(note, language));
  });
  return {
    sentences: [head, ...lines, sentence(servedSaid(target, saying)[language])],
    units: target.leads.length > 0 ? countUnits(unitsMeant(target.leads, facts)) : null,
    lastDays: target.levels.flatMap(({ by }) => by ?? []),
  };
}

const PER_UNIT = both('mỗi đơn vị phải tự đạt, không cộng chung', 'every unit has to reach it by itself: they are not added up');

const levelsSaid = (target: TargetRule, saying: Saying): Bilingual => {
  const how =
    target.modality === 'must'
      ? both('bắt buộc đạt', 'it must be reached')
      : both('mục tiêu phấn đấu, không bắt buộc', 'striven for, no obligation');
  return joined([how, ...target.levels.map((level) => levelSaid(level, saying))], '; ');
};

/** `không dưới 80% tính đến hết 31/12/2022 (thứ Bảy …)`. */
function levelSaid(level: TargetLevel, { rules, facts }: Saying): Bilingual {
  const day = daySaid(level.by ?? rules.horizon, facts.calendar);
  const by = level.everyYear
    ? both('mỗi năm tính lại', 'anew every year')
    : both(
        `tính đến hết ${day.vi}${level.by ? '' : ', ngày cuối của kế hoạch'}`,
        `by the end of ${day.en}${level.by ? '' : ', the last day of the plan'}`,
      );
  return joined([measureSaid(level), baselineSaid(level), by], ', ');
}

const baselineSaid = ({ baseline, unit }: TargetLevel): Bilingual | null =>
  joined(
    [
      baseline === null ? null : both(`so với năm ${baseline}`, `against ${baseline}`),
      unit === RANKS ? both('thứ hạng nhỏ hơn là tốt hơn', 'a lower rank is a better one') : null,
    ],
    ', ',
  );

const RANKS = 'bậc';

const figureSaid = ({ value, upTo, unit }: TargetLevel): Bilingual => {
  const figure = `${value ?? ''}${upTo === null ? '' : `–${upTo}`}`;
  if (unit === RANKS) return counted(value ?? 0, 'bậc', ['rank', 'ranks']);
  return both(`${figure}${spaced(unit)}`, `${figure}${spaced(unit)}`);
};

const spaced = (unit: string): string => (unit === '' || unit === '%' ? unit : ` “${unit}”`);

/** What a level asks for, in other words than its own. */
function measureSaid(level: TargetLevel): Bilingual {
  const figure = figureSaid(level);
  switch (level.comparison) {
    case 'at-least':
      return both(`không dưới ${figure.vi}`, `no less than ${figure.en}`);
    case 'more-than':
      return both(`phải hơn ${figure.vi}, đúng ${figure.vi} là chưa đạt`, `more than ${figure.en}: exactly that is not enough`);
    case 'at-most':
      return both(`không quá ${figure.vi}`, `no more than ${figure.en}`);
    case 'less-than':
      return both(`phải dưới ${figure.vi}, đúng ${figure.vi} là chưa đạt`, `less than ${figure.en}: exactly that is not enough`);
    case 'exactly':
      return both(`đủ ${figure.vi}`, `${figure.en} in full`);
    case 'none':
      return both('không một trường hợp nào', 'not a single case');
    case 'in-top':
      return topSaid(level);
    case 'in-group':
      return both(`thuộc nhóm “${level.unit}”`, `within the group “${level.unit}”`);
    case 'increase':
      return movementSaid(level, both('tăng', 'a rise'));
    case 'decrease':
      return movementSaid(level, both('giảm', 'a fall'));
  }
}

function topSaid({ value, outOf }: TargetLevel): Bilingual {
  const among = outOf === null ? '' : `/${outOf}`;
  return both(`hạng từ 1 đến ${value}${among}`, `a rank from 1 to ${value}${outOf === null ? '' : ` of ${outOf}`}`);
}

function movementSaid(level: TargetLevel, word: Bilingual): Bilingual {
  if (level.value === null) return both(`${word.vi}, bao nhiêu cũng được`, `${word.en}, of whatever size`);
  const figure = figureSaid(level);
  const least = level.upTo === null ? both('từ ', 'at least ') : both('', '');
  const more = level.upTo === null ? ' trở lên' : '';
  return both(`${word.vi} ${least.vi}${figure.vi}${more}`, `${word.en} of ${least.en}${figure.en}`);
}

function servedSaid({ no }: TargetRule, { rules, facts }: Saying): Bilingual {
  const tasks = rules.tasks.filter(({ targets = [] }) => targets.includes(no));
  if (tasks.length === 0) return both('Chưa có nhiệm vụ nào phục vụ chỉ tiêu này', 'No task serves this target yet');
  const numbers = tasks.map((task) => task.no).join(', ');
  const units = listSaid(
    unitsMeant(
      tasks.flatMap(({ leads }) => leads),
      facts,
    ),
  );
  return both(
    `Nhiệm vụ phục vụ chỉ tiêu này: ${numbers} (${units.vi})`,
    `Tasks that serve this target: ${numbers} (${units.en})`,
  );
}
