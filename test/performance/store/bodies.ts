import type { Instant } from '#engine';
import type { NewEvent } from '#event-store';

const UNITS = ['ubnd-xa-ban-phiet', 'ubnd-xa-coc-ly', 'so-nong-nghiep', 'so-tai-chinh', 'ubnd-thi-xa-sa-pa', 'ban-dan-toc-tinh'];
const AT = '2022-06-30T08:00:00+07:00' as Instant;

/** Events of about 300 bytes of JSON, Vietnamese text among it; the same ones every time. */
export function eventBodies(count: number): readonly NewEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    type: ['ItemReceived', 'ItemStarted', 'ItemSubmitted', 'ItemReturned', 'ItemAccepted'][index % 5] as string,
    v: 1,
    data: {
      item: `1.${index % 39}`,
      unit: UNITS[index % UNITS.length],
      note: 'Đã rà soát số liệu theo biểu mẫu, còn thiếu xác nhận của đơn vị phối hợp; sẽ bổ sung trước kỳ báo cáo tới.',
      figures: { planned: 1000 + index, done: (index * 37) % 1000, share: (index % 100) / 100 },
      document: { number: `${index % 400}/BC-UBND`, date: '2022-07-05' },
    },
    because: null,
    at: AT,
    actor: UNITS[index % UNITS.length] as string,
  }));
}
