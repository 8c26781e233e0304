import type { LateEntry } from '#contracts';
import type { Column } from './csv.js';

/** The list of who is late, a row for each obligation. */
export const LATE_COLUMNS: readonly Column<LateEntry>[] = [
  { title: { vi: 'Mã đơn vị', en: 'Unit id' }, cell: ({ unit }) => unit.id },
  { title: { vi: 'Đơn vị', en: 'Unit' }, cell: ({ unit }) => unit.name },
  { title: { vi: 'Việc, báo cáo', en: 'Item or report' }, cell: ({ obligation }) => obligation },
  { title: { vi: 'Nội dung', en: 'Title' }, cell: ({ title }) => title },
  { title: { vi: 'Thời hạn', en: 'Due' }, cell: ({ due }) => due },
  { title: { vi: 'Giờ', en: 'Time' }, cell: ({ dueTime }) => dueTime },
  { title: { vi: 'Chậm (ngày)', en: 'Days late' }, cell: ({ daysLate }) => daysLate },
  { title: { vi: 'Số bước xử lý', en: 'Steps taken' }, cell: ({ steps }) => steps.length },
  { title: { vi: 'Bước gần nhất', en: 'Last step' }, cell: ({ steps }) => steps.at(-1)?.step ?? null },
  { title: { vi: 'Lúc', en: 'At' }, cell: ({ steps }) => steps.at(-1)?.at ?? null },
  { title: { vi: 'Hạn giải trình', en: 'Explanation due' }, cell: ({ explanation }) => explanation?.due ?? null },
  { title: { vi: 'Đã giải trình lúc', en: 'Explained at' }, cell: ({ explanation }) => explanation?.submittedAt ?? null },
];
