import { due, plan, task, type CatalogueEntry } from './entry.js';

const NHAN = 'chủ trì: [Sở Nội vụ]';
const window = (from: string, until: string) => ({ kind: 'window', from, until });

/** A: one-off deadlines. B: relative deadlines and events. C: standing and recurring work. */
export const TIME: readonly CatalogueEntry[] = [
  due('A1', 'trước ngày 15/7/2022', { kind: 'before', date: '2022-07-15' }),
  {
    id: 'A1',
    text: plan('A1', `  trước ngày gồm cả ngày đó\nnhiệm vụ 1 "Việc"\n${NHAN}\nhạn: trước ngày 15/7/2022`, null).text,
    gives: { at: 'tasks.0.deadline', holds: { kind: 'before', date: '2022-07-15', inclusive: true } },
  },
  plan('A1', '  hạn vào ngày nghỉ: chuyển sang ngày làm việc sau', { policy: { dayOff: 'next' } }),
  due('A2', 'chậm nhất ngày 17/12/2022', { kind: 'by', date: '2022-12-17' }),
  due('A3', 'chậm nhất trước ngày 30/12/2022', { kind: 'before', date: '2022-12-30' }),
  due('A4', 'trong quý IV/2022', { kind: 'quarter', year: 2022, quarter: 4 }),
  due('A4', 'quý III năm 2022', { kind: 'quarter', year: 2022, quarter: 3 }),
  due('A5', 'từ quý IV/2022 đến quý II/2023', window('2022-10-01', '2023-06-30')),
  due('A6', 'tháng 12/2022', window('2022-12-01', '2022-12-31')),
  due('A6', 'từ tháng 11/2022 đến tháng 12/2022', window('2022-11-01', '2022-12-31')),
  due('A7', 'năm 2023', window('2023-01-01', '2023-12-31')),
  due('A8', 'giai đoạn 2023-2027', window('2023-01-01', '2027-12-31')),
  task('A8', `${NHAN}\nhạn: giai đoạn 2023-2025\nmốc kiểm tra: năm 2023; 30/6/2024`, {
    checkpoints: [
      { kind: 'by', date: '2023-12-31' },
      { kind: 'by', date: '2024-06-30' },
    ],
  }),
  due('A9', 'trong năm 2022', window('2022-01-01', '2022-12-31')),
  due('A9', 'trong tháng 11/2022', window('2022-11-01', '2022-11-30')),
  due('A10', 'từ ngày 15/11/2022 đến ngày 15/12/2022', window('2022-11-15', '2022-12-15')),
  due('A11', 'từ ngày 01/8/2022', { kind: 'standing', from: '2022-08-01' }),
  due('A11', 'từ năm 2023 trở đi', { kind: 'standing', from: '2023-01-01' }),
  due('A12', 'từ tháng 11/2022 đến khi "kết thúc tổng kiểm kê"', {
    kind: 'until-event',
    from: '2022-11-01',
    event: 'kết thúc tổng kiểm kê',
  }),
  due('A13', 'từ nay đến hết năm 2022', window('2022-06-30', '2022-12-31')),
  due('A14', 'đến hết năm 2025', window('2022-06-30', '2025-12-31')),
  plan('A14', '  đến hết ngày 31/12/2030\n  tầm nhìn đến năm 2045', { horizon: '2030-12-31', vision: 2045 }),
  task('A15', `${NHAN}\nbáo cáo về [Sở Tài chính] trước ngày 30/7/2022`, {
    deadline: null,
    report: { to: { kind: 'unit', unit: 'p.tc' }, deadline: { kind: 'before', date: '2022-07-30' } },
  }),
  due('A16', 'trong quý I/2023 sau đó hằng năm', {
    kind: 'then',
    first: { kind: 'quarter', year: 2023, quarter: 1 },
    next: { kind: 'recurring', every: 'year' },
  }),
  due('A16', 'giai đoạn 2023-2024 sau đó thường xuyên', { kind: 'then', next: { kind: 'standing' } }),
  due('A16', 'năm 2023 và các năm tiếp theo', { kind: 'then', next: { kind: 'recurring', every: 'year' } }),
  due('A17', 'trước 16h00 ngày 15/7/2022', { kind: 'before', date: '2022-07-15', time: '16:00' }),
  due('A17', 'trước 12h00 thứ Năm hằng tuần', {
    kind: 'recurring',
    every: 'week',
    at: { kind: 'weekday', weekday: 4, exclusive: true },
    times: ['12:00'],
  }),
  due('A17', 'trước 19h00 hằng ngày', { kind: 'recurring', every: 'day', times: ['19:00'] }),

  due('B1', 'trong thời hạn 10 ngày kể từ ngày nhận', { kind: 'within', amount: 10, unit: 'day', from: 'receipt' }),
  due('B2', 'chậm nhất 05 ngày làm việc kể từ ngày ban hành', { kind: 'within', amount: 5, unit: 'workday', from: 'issue' }),
  due('B2', 'trong 10 ngày làm việc kể từ khi "kết thúc kỳ họp"', {
    kind: 'on-event',
    event: 'kết thúc kỳ họp',
    direction: 'after',
    term: { amount: 10, unit: 'workday' },
  }),
  due('B2', 'trong 5 ngày làm việc sau khi "kết thúc kỳ họp"', {
    kind: 'on-event',
    event: 'kết thúc kỳ họp',
    direction: 'after',
    term: { amount: 5, unit: 'workday' },
  }),
  due('B2', 'chậm nhất 03 ngày sau khi "kết thúc kỳ họp"', {
    kind: 'on-event',
    event: 'kết thúc kỳ họp',
    direction: 'after',
    term: { amount: 3, unit: 'day' },
  }),
  {
    id: 'B2',
    text: plan(
      'B2',
      `  có hiệu lực từ ngày 15/7/2022\nnhiệm vụ 1 "Việc"\n${NHAN}\nhạn: trong 3 ngày kể từ ngày có hiệu lực`,
      null,
    ).text,
    gives: { at: 'tasks.0.deadline', holds: { kind: 'after', amount: 3, unit: 'day', date: '2022-07-15' } },
  },
  due('B3', 'trong ngày làm việc tiếp theo kể từ ngày nhận', { kind: 'within', amount: 1, unit: 'workday', from: 'receipt' }),
  due('B3', 'không quá 10 ngày làm việc kể từ ngày ban hành', { kind: 'within', amount: 10, unit: 'workday', from: 'issue' }),
  due('B4', 'chậm nhất 01 ngày làm việc trước ngày 01/9/2022', {
    kind: 'ahead',
    amount: 1,
    unit: 'workday',
    date: '2022-09-01',
  }),
  due('B4', 'chậm nhất 10 ngày trước khi "họp"', {
    kind: 'on-event',
    event: 'họp',
    direction: 'before',
    term: { amount: 10, unit: 'day' },
  }),
  due('B5', 'trong 16 giờ làm việc kể từ ngày nhận', { kind: 'within', amount: 16, unit: 'workhour', from: 'receipt' }),
  due('B6', 'ngay sau khi "Luật có hiệu lực"', { kind: 'on-event', term: { amount: 0, unit: 'day' } }),
  due('B7', 'sau khi "có quy chế của trung ương"', { kind: 'on-event', event: 'có quy chế của trung ương', term: null }),
  due('B7', 'định kỳ hằng năm khi "nhận kế hoạch khảo sát"', {
    kind: 'recurring',
    every: 'year',
    event: 'nhận kế hoạch khảo sát',
  }),
  due('B8', 'theo kế hoạch riêng "Kế hoạch bồi dưỡng"', {
    kind: 'as-regulated',
    reference: 'Kế hoạch bồi dưỡng',
    basis: 'schedule',
  }),
  task('B9', `${NHAN}\nhạn: theo quy định\ncơ quan xác định: [Sở Tài chính]`, {
    deadline: { kind: 'as-regulated', reference: null },
    resolver: 'p.tc',
  }),
  due('B10', 'dự kiến trước ngày 15/8/2022', { kind: 'provisional', estimate: { kind: 'before', date: '2022-08-15' } }),

  due('C1', 'thường xuyên', { kind: 'standing' }),
  due('C2', 'thường xuyên theo yêu cầu', { kind: 'standing', onRequest: true }),
  due('C2', 'thường xuyên hằng năm', { kind: 'standing', reviewed: 'year' }),
  due('C3', 'định kỳ hằng quý', { kind: 'recurring', every: 'quarter' }),
  due('C3', 'hàng tuần', { kind: 'recurring', every: 'week' }),
  due('C3', 'định kỳ', { kind: 'as-regulated', basis: 'unstated-rhythm' }),
  due('C4', 'định kỳ hằng tháng', { kind: 'recurring', every: 'month' }),
  due('C5', 'tháng 12 hằng năm', { kind: 'recurring', every: 'year', at: { kind: 'season', from: 12, until: 12 } }),
  due('C5', 'từ tháng 3 đến tháng 11 hằng năm', {
    kind: 'recurring',
    every: 'year',
    at: { kind: 'season', from: 3, until: 11 },
  }),
  due('C6', 'hằng tháng', { kind: 'recurring', every: 'month' }),
];
