import type { LocalDate, ReportPeriod } from '#engine';
import type { Bilingual } from '#contracts';
import { both } from './bilingual.js';
import { dateSaid } from './dates-said.js';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

type Namer = (year: string, part: string) => Bilingual;

const quarter: Namer = (year, part) =>
  both(`quý ${ROMAN[Number(part.slice(1))]}/${year}`, `quarter ${ROMAN[Number(part.slice(1))]}/${year}`);

const NAMERS: Readonly<Record<ReportPeriod, Namer>> = {
  Q1: quarter,
  Q2: quarter,
  Q3: quarter,
  Q4: quarter,
  H1: (year) => both(`6 tháng đầu năm ${year}`, `the first 6 months of ${year}`),
  H2: (year) => both(`6 tháng cuối năm ${year}`, `the last 6 months of ${year}`),
  '9M': (year) => both(`9 tháng năm ${year}`, `9 months of ${year}`),
  Y: (year) => both(`năm ${year}`, `the year ${year}`),
  M: (year, part) => both(`tháng ${Number(part)}/${year}`, `month ${Number(part)}/${year}`),
  W: (year, part) => both(`tuần ${Number(part.slice(1))} năm ${year}`, `week ${Number(part.slice(1))} of ${year}`),
  D: (year, part) => both(`ngày ${dateSaid(`${year}-${part}` as LocalDate)}`, dateSaid(`${year}-${part}` as LocalDate)),
  midterm: () => both('sơ kết', 'the midterm report'),
  final: () => both('tổng kết', 'the final report'),
};

/** A period by its label: `2022-9M`, `2022-07`, `2022-W27`, `2022-07-05`. */
export const periodSaid = (period: ReportPeriod, label: string): Bilingual => NAMERS[period](label.slice(0, 4), label.slice(5));
