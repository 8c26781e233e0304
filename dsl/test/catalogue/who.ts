import { items, plan, task, type CatalogueEntry } from './entry.js';

const OPEN = 'hạn: thường xuyên';
const LED = `chủ trì: [Sở Nội vụ]\n${OPEN}`;
const unit = (id: string) => ({ kind: 'unit', unit: id });
const target = (id: string, lines: string, holds: unknown): CatalogueEntry =>
  items(id, `chỉ tiêu 1 "Mục tiêu"\n${lines}`, { targets: [holds] });
const level = (id: string, words: string, holds: unknown): CatalogueEntry => target(id, `mức: ${words}`, { levels: [holds] });
const follow = (id: string, step: string, holds: unknown): CatalogueEntry =>
  items(id, `xử lý quá hạn\n${step}`, { followUp: [holds] });

/** G: assignment. H: targets. I: follow-up, exceptions, amendment. */
export const WHO: readonly CatalogueEntry[] = [
  task('G1', LED, { leads: [unit('p.nv')] }),
  task('G2', `chủ trì: [Sở Nội vụ]; [Sở Tài chính]\n${OPEN}`, { leads: [unit('p.nv'), unit('p.tc')] }),
  task('G2', `chủ trì: mỗi [Huyện]; mỗi [Xã]\n${OPEN}`, { leads: [{ kind: 'each' }, { kind: 'each' }] }),
  items(
    'G3',
    `nhóm [Xã An] gồm mọi ủy ban nhân dân cấp xã thuộc [UBND huyện An]\nnhiệm vụ 1 "A"\nchủ trì: mỗi [Xã An]\n${OPEN}`,
    {
      tasks: [{ leads: [{ kind: 'each', of: { kind: 'peoples-committee', tier: 'commune' }, within: 'p.a' }] }],
    },
  ),
  items('G3', `nhóm [Hai sở] gồm [Sở Nội vụ]; [Sở Tài chính]\nnhiệm vụ 1 "A"\nchủ trì: mỗi [Hai sở]\n${OPEN}`, {
    tasks: [{ leads: [{ kind: 'listed', units: ['p.nv', 'p.tc'] }] }],
  }),
  items('G3', 'nhóm [Trường] gồm mọi trường học cấp xã', { tasks: [] }),
  task('G4', `chủ trì: cơ quan liên quan "Đoàn thể"\n${OPEN}\ncơ quan xác định: [Sở Nội vụ]`, {
    leads: [{ kind: 'open', text: 'Đoàn thể' }],
    resolver: 'p.nv',
  }),
  task('G5', `chủ trì: người đứng đầu mỗi [Sở]\n${OPEN}\nngười chịu trách nhiệm: "Phó Giám đốc"`, {
    leads: [{ kind: 'each', post: 'head' }],
    responsible: 'Phó Giám đốc',
  }),
  task('G6', `${LED}\nđề nghị: [Công an tỉnh]`, { others: [{ role: 'request', actors: [unit('p.ca')] }] }),
  task('G7', `${LED}\nphối hợp: [Sở Tài chính]\ntham mưu: [Sở Tài chính]\nđầu mối: [Sở Nội vụ]\ntheo dõi: [Thanh tra tỉnh]`, {
    supports: [unit('p.tc')],
    others: [{ role: 'advise' }, { role: 'focal' }, { role: 'monitor', actors: [unit('p.tt')] }],
  }),
  { id: 'G8', text: task('G8', `chủ trì: [Sở Nội vụ], [Sở Tài chính]\n${OPEN}`, null).text, gives: { code: 'KH1006' } },
  { id: 'G8', text: task('G8', `${LED}\nphối hợp: [Sở Nội vụ]`, null).text, gives: { code: 'KH3007' } },
  { id: 'G9', text: task('G9', OPEN, null).text, gives: { code: 'KH2005' } },
  task('G10', `${LED}\nsản phẩm: "Quyết định"`, { deliverable: 'Quyết định' }),

  level('H1', 'tăng ít nhất 1 bậc so với năm 2021', { comparison: 'increase', value: 1, unit: 'bậc', baseline: 2021 }),
  level('H1', 'thuộc nhóm 25 trong số 63', { comparison: 'in-top', value: 25, outOf: 63 }),
  level('H1', 'xếp nhóm "trung bình cao"', { comparison: 'in-group', unit: 'trung bình cao' }),
  level('H2', 'tối thiểu 80 %', { comparison: 'at-least', value: 80, unit: '%' }),
  level('H2', 'trên 70%', { comparison: 'more-than', value: 70, unit: '%' }),
  level('H2', 'tối thiểu 10 "doanh nghiệp"', { comparison: 'at-least', value: 10, unit: 'doanh nghiệp' }),
  level('H2', 'tăng 10 đến 13 % hằng năm', { comparison: 'increase', value: 10, upTo: 13, unit: '%', everyYear: true }),
  level('H2', 'không để phát sinh', { comparison: 'none', value: null }),
  target('H2', 'mức: 20 % trong năm 2025; 50 % đến năm 2030\ntính cho từng đơn vị', {
    scope: 'each-unit',
    levels: [
      { value: 20, by: '2025-12-31' },
      { value: 50, by: '2030-12-31' },
    ],
  }),
  target('H3', 'mức: phấn đấu tối thiểu 80 %', { modality: 'strive' }),
  target('H3', 'mức: bảo đảm đạt 60 %', { modality: 'must', levels: [{ comparison: 'exactly', value: 60 }] }),
  items('H4', `chỉ tiêu 1 "A"\nchủ trì: [Sở Nội vụ]\nmức: đạt 60 %\nnhiệm vụ 1 "B"\n${LED}\nphục vụ chỉ tiêu 1`, {
    targets: [{ leads: [unit('p.nv')] }],
    tasks: [{ targets: ['1'] }],
  }),

  task('I1', `${LED}\ntheo dõi: [Thanh tra tỉnh]`, { others: [{ role: 'monitor' }] }),
  items('I2', 'xử lý quá hạn\nquá hạn 5 ngày thì đưa vào danh sách chậm gửi [UBND tỉnh Mẫu]', {
    escalation: [{ actions: [{ action: 'list', target: unit('p') }] }],
  }),
  task('I3', `${LED}\nngười chịu trách nhiệm: "Chủ tịch UBND"`, { responsible: 'Chủ tịch UBND' }),
  follow('I4', 'quá hạn 10 ngày thì đưa vào đánh giá chủ trì', { action: 'assess', target: { kind: 'lead' } }),
  follow('I5', 'quá hạn 3 ngày thì yêu cầu giải trình chủ trì trong 5 ngày làm việc', {
    when: 'after',
    action: 'demand-explanation',
    within: { amount: 5, unit: 'workday' },
  }),
  follow('I5', 'đúng hạn thì biểu dương chủ trì', { when: 'on-time', term: null, action: 'commend' }),
  follow('I5', 'quá hạn 3 ngày thì phê bình chủ trì', { action: 'criticise' }),
  items(
    'I6',
    'trường hợp "vướng mắc" thì mỗi [Xã] gửi cấp trên trực tiếp trong 3 ngày làm việc kể từ khi "phát sinh"\ntrường hợp "vượt thẩm quyền" thì [Sở Nội vụ] gửi [UBND tỉnh Mẫu]',
    {
      conditional: [
        { condition: 'vướng mắc', to: { kind: 'superior' }, within: { amount: 3, unit: 'workday' } },
        { condition: 'vượt thẩm quyền', from: [unit('p.nv')], to: unit('p'), within: null },
      ],
    },
  ),
  task('I7', `${LED}\nđiều kiện: "không cân đối được kinh phí"`, { condition: 'không cân đối được kinh phí' }),
  items('I8', 'trường hợp "cần sửa đổi" thì mỗi [Sở] gửi [UBND tỉnh Mẫu] qua [Sở Nội vụ]', {
    conditional: [{ condition: 'cần sửa đổi', via: [unit('p.nv')] }],
  }),
  plan('I9', '  viện dẫn theo văn bản mới nhất', { dynamicReferences: true }),
  plan(
    'I10',
    '  thay thế kế hoạch "7/KH" ngày 03/01/2021 của [UBND tỉnh Mẫu]\n  bãi bỏ kế hoạch "8/KH" ngày 04/01/2021 của [UBND tỉnh Mẫu]',
    { replaces: [{ number: '7/KH' }], repeals: [{ number: '8/KH' }] },
  ),
  follow('I11', 'quá hạn 1 ngày thì yêu cầu xin lỗi chủ trì', { action: 'apologise' }),
  plan(
    'I12',
    '  sửa đổi kế hoạch "7/KH" ngày 03/01/2022 của [UBND tỉnh Mẫu]\n  gia hạn nhiệm vụ 1.2 đến ngày 30/8/2022\n  tạm dừng nhiệm vụ 1.3 từ ngày 01/8/2022 đến ngày 15/8/2022\n  rút nhiệm vụ 1.4',
    {
      amends: [{ number: '7/KH' }],
      changes: [
        { kind: 'extend', task: '1.2', until: '2022-08-30' },
        { kind: 'suspend', task: '1.3', from: '2022-08-01', until: '2022-08-15' },
        { kind: 'withdraw', task: '1.4' },
      ],
    },
  ),
];
