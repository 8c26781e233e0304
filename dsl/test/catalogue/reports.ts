import { items, plan, regime, task, type CatalogueEntry } from './entry.js';

const ROUTE = 'mỗi [Huyện] gửi [UBND tỉnh Mẫu] qua [Sở Nội vụ]';
const DUE = 'hạn: trước ngày 15 của tháng cuối kỳ báo cáo';
const LAST = (day: number) => ({ day, exclusive: true });

/** D: reporting. E: channels, consolidation, forwarding. F: the duty to cascade. */
export const REPORTS: readonly CatalogueEntry[] = [
  regime('D1', `kỳ: quý I; 6 tháng; quý III; năm\n${DUE}\n${ROUTE}`, { periods: ['Q1', 'H1', '9M', 'Y'], due: LAST(15) }),
  regime(
    'D2',
    `kỳ: quý I; quý II; quý III; quý IV; 6 tháng; 9 tháng; năm\nhạn: chậm nhất ngày 17 của tháng cuối kỳ báo cáo\nsố liệu: từ ngày 15 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối kỳ báo cáo\n${ROUTE}`,
    { periods: ['Q1', 'Q2', 'Q3', 'Q4', 'H1', '9M', 'Y'], window: { days: { from: 15, until: 14 } } },
  ),
  regime('D3', `kỳ: hằng tháng\n${DUE}\nsố liệu: theo lịch lũy kế\n${ROUTE}`, {
    periods: ['M'],
    window: { days: 'calendar', cumulative: true },
  }),
  regime(
    'D4',
    `kỳ: hằng tháng\nhạn: trước ngày 15 hằng tháng\n${ROUTE}\ntổng hợp: [Sở Nội vụ] gửi [UBND tỉnh Mẫu] trước ngày 20 hằng tháng`,
    {
      periods: ['M'],
      due: LAST(15),
      consolidation: { due: LAST(20) },
    },
  ),
  regime(
    'D5',
    `kỳ: hằng tháng trước ngày 16 hằng tháng; 6 tháng trước ngày 16/6; năm trước ngày 20/11 hằng năm; khi có yêu cầu\n${ROUTE}`,
    {
      periods: ['M', 'H1', 'Y'],
      periodDues: { M: LAST(16), H1: { ...LAST(16), month: 6 }, Y: { ...LAST(20), month: 11 } },
      onRequest: true,
    },
  ),
  task('D6', 'chủ trì: [Sở Nội vụ]\nhạn: trước ngày 01/6 và 15/11 hằng năm', {
    deadline: {
      kind: 'recurring',
      at: {
        kind: 'dates',
        dates: [
          { month: 6, day: 1 },
          { month: 11, day: 15 },
        ],
      },
    },
  }),
  regime('D7', `kỳ: quý II cùng 6 tháng; quý IV cùng năm\nhạn: trước ngày 03 của tháng tiếp theo\n${ROUTE}`, {
    periods: ['Q2', 'Q4'],
    together: [
      ['Q2', 'H1'],
      ['Q4', 'Y'],
    ],
    due: { ...LAST(3), of: 'next' },
  }),
  regime('D8', `kỳ: hằng quý\nhạn: chậm nhất ngày 25 tháng cuối quý\n${ROUTE}`, {
    periods: ['Q1', 'Q2', 'Q3', 'Q4'],
    due: { day: 25, exclusive: false },
  }),
  regime('D9', `kỳ: tuần\nhạn: trước 16h00 thứ Sáu hằng tuần\n${ROUTE}`, {
    periods: ['W'],
    due: { weekday: 5, times: ['16:00'] },
  }),
  regime('D9', `kỳ: hằng ngày\nhạn: trước 9h00 và 16h00 hằng ngày\n${ROUTE}`, {
    periods: ['D'],
    due: { times: ['09:00', '16:00'] },
  }),
  regime('D10', `kỳ: đột xuất\n${ROUTE}`, { periods: [], onRequest: true }),
  regime('D11', `kỳ: sơ kết trước ngày 31/12/2022; tổng kết trong năm 2023\n${ROUTE}`, {
    oneOff: [
      { period: 'midterm', deadline: { kind: 'before', date: '2022-12-31' } },
      { period: 'final', deadline: { kind: 'window', until: '2023-12-31' } },
    ],
  }),
  task('D12', 'chủ trì: [Sở Nội vụ]\nhạn: thường xuyên\nbáo cáo về [Sở Tài chính] theo quy định', {
    report: { deadline: { kind: 'as-regulated' } },
  }),
  task('D13', 'chủ trì: [Sở Nội vụ]\nhạn: trước ngày 20/6 và 20/11 hằng năm', {
    deadline: { at: { exclusive: true, dates: [{ month: 6 }, { month: 11 }] } },
  }),
  regime('D14', `kỳ: năm\n${DUE}\nbiểu mẫu: "Biểu 01"\n${ROUTE}`, { content: 'Biểu 01' }),
  task(
    'D15',
    'chủ trì: [Sở Nội vụ]\nbáo cáo về [Sở Tài chính] trước ngày 16/12/2022\nbáo cáo về [Sở Tài chính] trước ngày 16/12/2022',
    { moreReports: [{ deadline: { kind: 'before', date: '2022-12-16' } }] },
  ),

  regime('E1', `kỳ: năm\n${DUE}\n${ROUTE}`, { routes: [{ to: { unit: 'p' }, via: { kind: 'unit', unit: 'p.nv' } }] }),
  regime('E2', `kỳ: năm\n${DUE}\nmỗi [Huyện] gửi [UBND tỉnh Mẫu] qua [Sở Nội vụ] qua [Thanh tra tỉnh] đồng gửi [Sở Tài chính]`, {
    routes: [{ via: { unit: 'p.nv' }, viaNext: [{ unit: 'p.tt' }], copies: [{ unit: 'p.tc' }] }],
  }),
  regime(
    'E3',
    `kỳ: năm\n${DUE}\n${ROUTE}\ntổng hợp: [Sở Nội vụ] gửi [Thanh tra tỉnh] trước ngày 20 của tháng cuối kỳ báo cáo\ntổng hợp: [Thanh tra tỉnh] gửi [UBND tỉnh Mẫu] trước ngày 25 của tháng cuối kỳ báo cáo`,
    { consolidation: { by: 'p.nv', due: LAST(20) }, chain: [{ by: 'p.tt', due: LAST(25) }] },
  ),
  regime(
    'E3',
    `kỳ: năm\n${DUE}\n${ROUTE}\ntổng hợp: [Sở Nội vụ] gửi [UBND tỉnh Mẫu] qua [Thanh tra tỉnh] đồng gửi [Sở Tài chính] theo quy định`,
    { consolidation: { by: 'p.nv', via: { unit: 'p.tt' }, copies: [{ unit: 'p.tc' }], due: null } },
  ),
  regime('E4', `kỳ: năm\n${DUE}\nmỗi [Xã] gửi cấp trên trực tiếp qua [Phòng Nội vụ]\n${ROUTE}`, {
    routes: [{ to: { kind: 'superior' }, due: null }, { due: null }],
  }),
  regime('E5', `kỳ: năm\n${DUE}\nmỗi [Huyện] gửi cơ quan chủ trì theo ngành`, { routes: [{ to: { kind: 'sector' } }] }),
  regime('E6', `kỳ: năm\n${DUE}\n${ROUTE} nhập vào hệ thống "Phần mềm theo dõi"`, { routes: [{ into: 'Phần mềm theo dõi' }] }),
  items('E7', 'yêu cầu mỗi [Huyện]\nban hành kế hoạch và gửi [Sở Nội vụ]', { duties: [{ sendTo: { unit: 'p.nv' } }] }),

  items('F1', 'yêu cầu mỗi [Huyện]\nban hành kế hoạch trước ngày 31/7/2022 và gửi [Sở Nội vụ]', {
    duties: [{ deadline: { kind: 'before', date: '2022-07-31' }, sendTo: { unit: 'p.nv' } }],
  }),
  items('F2', 'yêu cầu mỗi [Huyện]\nban hành kế hoạch trong thời hạn 10 ngày kể từ ngày nhận', {
    duties: [{ deadline: { kind: 'within', from: 'receipt' } }],
  }),
  items('F2', 'yêu cầu mỗi [Huyện]\nban hành kế hoạch hằng năm', {
    duties: [{ deadline: { kind: 'recurring', every: 'year' } }],
  }),
  items('F3', 'yêu cầu mỗi [Huyện]\nban hành kế hoạch\nhoặc văn bản "Công văn triển khai"\nhoặc lồng ghép vào kế hoạch khác', {
    duties: [{ orDocument: 'Công văn triển khai', orMerged: true }],
  }),
  items('F4', 'yêu cầu mỗi [Huyện]\nban hành kế hoạch\nphải nêu "trách nhiệm người đứng đầu"', {
    duties: [{ mustState: ['trách nhiệm người đứng đầu'] }],
  }),
  plan(
    'F5',
    '  thực hiện kế hoạch "3/KH" ngày 03/01/2022 của [UBND tỉnh Mẫu]\n  thực hiện kế hoạch "4/KH" ngày 04/01/2022 của [Sở Nội vụ]\n  căn cứ: "Luật A"\n  căn cứ: "Nghị định B"',
    { implements: { number: '3/KH' }, alsoImplements: [{ number: '4/KH' }], bases: ['Luật A', 'Nghị định B'] },
  ),
  plan('F6', '  tiếp tục kế hoạch "358/KH" ngày 03/01/2022 của [UBND tỉnh Mẫu]', { continues: [{ number: '358/KH' }] }),
  items(
    'F7',
    'nhóm [Ban Chỉ đạo] gồm [Sở Nội vụ]; [Sở Tài chính] thường trực [Sở Nội vụ]\nnhiệm vụ 1 "A"\nchủ trì: [Ban Chỉ đạo]\nhạn: thường xuyên',
    {
      tasks: [{ leads: [{ kind: 'committee', office: 'p.nv', members: ['p.nv', 'p.tc'] }] }],
    },
  ),
];
