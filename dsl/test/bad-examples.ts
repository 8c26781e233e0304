import type { Code } from '../src/index.js';
import { LONGEST_TEXT } from '../src/parser/parse.js';
import { CHILD_HEADER, GROUPS, HEADER, planWith, taskWith } from './texts.js';

/** A text that calls forth a diagnostic, and the words that it must mark. */
export interface BadExample {
  readonly text: string;
  readonly marks: string;
  /** The same slip in English, where translating the text does not say it. */
  readonly english?: string;
  /** True where the text is a lower plan: it is checked against the parent of `texts.ts`. */
  readonly child?: boolean;
  /** True where that parent asks for reports. */
  readonly reporting?: boolean;
  /** True where it is, and the parent is not at hand. */
  readonly orphan?: boolean;
}

const LEAD = 'chủ trì: [Sở Nội vụ]';
const DUE = 'hạn: thường xuyên';
const child = (lines: string): string => `${CHILD_HEADER}${lines}\n`;
const regime = (lines: string): string => planWith(`chế độ báo cáo "Kết quả"\n${lines}`);
const PERIODS = 'kỳ: quý I; năm';
const REGIME_DUE = 'hạn: trước ngày 15 của tháng cuối kỳ báo cáo';
const ROUTE = 'mỗi [Huyện] gửi [UBND tỉnh Mẫu] qua [Sở Nội vụ]';
const CONSOLIDATED = 'tổng hợp: [Sở Nội vụ] gửi [UBND tỉnh Mẫu]';
const dataFrom = (from: number, until: number): string =>
  `số liệu: từ ngày ${from} của tháng trước kỳ báo cáo đến ngày ${until} của tháng cuối kỳ báo cáo`;
const ladder = (lines: string): string => planWith(`xử lý quá hạn\n${lines}`);

const longPlan = (lines: string): string => `${HEADER}  đến hết ngày 31/12/2025\n\n${lines}`;
const goal = (lines: string): string => planWith(`chỉ tiêu 1 "Hồ sơ trực tuyến"\n${lines}`);
const SERVING = `nhiệm vụ 1 "Việc"\n${LEAD}\n${DUE}\nphục vụ chỉ tiêu 1`;

const ENGLISH = `plan "1/KH-UBND" issued on 30/6/2022 of [UBND tỉnh Mẫu]
  title: "Kế hoạch mẫu"
  focal point: [Sở Nội vụ]
`;

/** One bad text per code: a code without one fails the tests. */
export const BAD: Readonly<Record<Code, BadExample>> = {
  KH1001: {
    text: taskWith(`chủ tri: [Sở Nội vụ]\n${DUE}`),
    marks: 'chủ tri',
    english: `${ENGLISH}task 1 "A"\nleed: [Sở Nội vụ]\ndue: ongoing\n`,
  },
  KH1002: { text: taskWith(`${LEAD}\n${DUE}\nxyzzy "gì đó"`), marks: 'xyzzy "gì đó"' },
  KH1003: { text: taskWith(`${LEAD}\n${DUE}\nsản phẩm: [Báo cáo]`), marks: '[Báo cáo]' },
  KH1004: { text: taskWith(`${LEAD}\n${DUE}\nsản phẩm: "Báo cáo`), marks: '"Báo cáo' },
  KH1005: { text: taskWith(`${LEAD} @\n${DUE}`), marks: '@' },
  KH1006: { text: taskWith(`chủ trì: [Sở Nội vụ], [Sở Tài chính]\n${DUE}`), marks: ',' },
  KH1007: { text: `${HEADER}${' '.repeat(LONGEST_TEXT)}`, marks: ' ' },

  KH2001: { text: '// chưa có gì\n', marks: '/' },
  KH2002: { text: `${HEADER}${HEADER}`, marks: 'kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]' },
  KH2003: { text: taskWith(`${LEAD}\n${DUE}\nhạn: theo quy định`), marks: 'hạn: theo quy định' },
  KH2004: { text: planWith(`nhiệm vụ 2 "A"\n${LEAD}\n${DUE}\nnhiệm vụ 02 "B"\n${LEAD}\n${DUE}`), marks: '02' },
  KH2005: { text: taskWith(DUE), marks: 'nhiệm vụ 1 "Việc"' },
  KH2006: { text: taskWith(LEAD), marks: 'nhiệm vụ 1 "Việc"' },
  KH2007: {
    text: 'kế hoạch "1/KH" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]',
    marks: 'kế hoạch "1/KH" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]',
  },
  KH2008: { text: planWith(`nhiệm vụ 1\n${LEAD}\n${DUE}`), marks: 'nhiệm vụ 1' },
  KH2009: { text: taskWith(`${LEAD}\nhạn: trong 5 ngày sau nhiệm vụ 7`), marks: '7' },
  KH2010: { text: planWith('nội dung 1 "A"\nnội dung 1 "B"'), marks: '1' },
  KH2011: { text: planWith('chủ trì: [Sở Nội vụ]'), marks: 'chủ trì: [Sở Nội vụ]' },
  KH2012: { text: `${HEADER}  nhận mọi nhiệm vụ được giao\n`, marks: 'nhận mọi nhiệm vụ được giao' },
  KH2013: { text: planWith(`nhiệm vụ 1 "  "\n${LEAD}\n${DUE}`), marks: '"  "' },
  KH2014: { text: HEADER.replace('1/KH-UBND', '…/KH-UBND'), marks: '"…/KH-UBND"' },
  KH2015: { text: goal('mức: tối thiểu 80 %'), marks: 'chỉ tiêu 1 "Hồ sơ trực tuyến"' },
  KH2016: {
    text: goal(`mức: tối thiểu 80 %\n${SERVING}\nnhiệm vụ 2 "B"\n${LEAD}\n${DUE}`),
    marks: 'nhiệm vụ 2 "B"',
  },
  KH2017: { text: planWith(SERVING), marks: '1' },
  KH2018: {
    text: goal(`mức: tối thiểu 80 %\nchỉ tiêu 1 "C"\nmức: tối thiểu 90 %\n${SERVING}`),
    marks: '1',
  },
  KH2019: { text: planWith(`chỉ tiêu 1 "A"\n${SERVING}`), marks: 'chỉ tiêu 1 "A"' },
  KH2020: { text: `${HEADER}  gia hạn nhiệm vụ 1.2 đến ngày 30/8/2022\n`, marks: 'gia hạn nhiệm vụ 1.2 đến ngày 30/8/2022' },

  KH3001: { text: taskWith(`chủ trì: [Sở Nội vu]\n${DUE}`), marks: '[Sở Nội vu]' },
  KH3002: { text: taskWith(`chủ trì: mỗi [Thôn bản]\n${DUE}`), marks: '[Thôn bản]' },
  KH3003: { text: `${HEADER}${GROUPS}nhóm [xã] gồm mọi công an cấp xã`, marks: 'nhóm [xã] gồm mọi công an cấp xã' },
  KH3004: { text: taskWith(`chủ trì: [Xã]\n${DUE}`), marks: '[Xã]' },
  KH3005: { text: taskWith(`chủ trì: mỗi [Sở Nội vụ]\n${DUE}`), marks: 'mỗi [Sở Nội vụ]' },
  KH3006: { text: `${HEADER}nhóm [Thôn] gồm mọi trưởng thôn cấp thôn`, marks: 'nhóm [Thôn] gồm mọi trưởng thôn cấp thôn' },
  KH3007: { text: taskWith(`chủ trì: mỗi [Xã]\nphối hợp: [Sở Tài chính]; mỗi [Xã]\n${DUE}`), marks: 'mỗi [Xã]' },
  KH3008: { text: taskWith(`chủ trì: [Sở Nội vụ]; [SNV]\n${DUE}`), marks: '[SNV]' },
  KH3009: { text: HEADER.replace('[Sở Nội vụ]', '[Sở Nội vụ]; [Sở Tài chính]'), marks: '[Sở Tài chính]' },
  KH3010: { text: taskWith(`chủ trì: [UBND xã Đôi]\n${DUE}`), marks: '[UBND xã Đôi]' },

  KH3011: {
    text: taskWith(`${LEAD}\nphối hợp: [UBND tỉnh Mẫu]; mỗi [Huyện]\n${DUE}`),
    marks: '[UBND tỉnh Mẫu]',
  },
  KH3012: { text: taskWith(`chủ trì: [Sở Nội vụ]; [Sở Tài chính]\n${DUE}`), marks: 'chủ trì: [Sở Nội vụ]; [Sở Tài chính]' },

  KH4001: { text: taskWith(`${LEAD}\nhạn: trước ngày 15/7/22`), marks: '15/7/22' },
  KH4002: { text: taskWith(`${LEAD}\nhạn: trước ngày 30/6/2022`), marks: 'trước ngày 30/6/2022' },
  KH4003: { text: taskWith(`${LEAD}\nhạn: chậm nhất ngày 02/9/2022`), marks: 'chậm nhất ngày 02/9/2022' },
  KH4004: {
    text: planWith(
      `nhiệm vụ 1 "A"\n${LEAD}\nhạn: trong 5 ngày sau nhiệm vụ 2\nnhiệm vụ 2 "B"\n${LEAD}\nhạn: trong 3 ngày sau nhiệm vụ 1`,
    ),
    marks: 'trong 5 ngày sau nhiệm vụ 2',
  },
  KH4005: { text: taskWith(`${LEAD}\nhạn: trước ngày 15/3/2023`), marks: 'trước ngày 15/3/2023' },
  KH4006: { text: `${HEADER}  đến hết ngày 01/6/2022\n`, marks: 'đến hết ngày 01/6/2022' },
  KH4007: {
    text: planWith(`nhiệm vụ 1 "A"\n${LEAD}\n${DUE}\nnhiệm vụ 2 "B"\n${LEAD}\nhạn: trong 3 ngày sau nhiệm vụ 1`),
    marks: 'trong 3 ngày sau nhiệm vụ 1',
  },
  KH4008: { text: taskWith(`${LEAD}\nhạn: trong năm 22`), marks: '22' },
  KH4009: { text: taskWith(`${LEAD}\nhạn: 15/7/2022`), marks: '15/7/2022' },
  KH4010: {
    text: taskWith(`${LEAD}\nhạn: trước ngày 25 của tháng cuối kỳ báo cáo`),
    marks: 'trước ngày 25 của tháng cuối kỳ báo cáo',
  },
  KH4011: { text: taskWith(`${LEAD}\nhạn: chậm nhất trước ngày 30/12/2022`), marks: 'chậm nhất trước ngày 30/12/2022' },
  KH4012: { text: taskWith(`${LEAD}\nhạn: trước ngày 05/7/2022`), marks: 'trước ngày 05/7/2022' },
  KH4013: {
    text: taskWith(`${LEAD}\nhạn: từ ngày 15/12/2022 đến ngày 15/11/2022`),
    marks: 'từ ngày 15/12/2022 đến ngày 15/11/2022',
  },
  KH4014: { text: taskWith(`${LEAD}\nhạn: trong tháng 12`), marks: 'tháng 12' },
  KH4015: { text: taskWith(`${LEAD}\nhạn: trước 25h00 ngày 15/7/2022`), marks: '25h00' },
  KH4016: {
    text: longPlan(`nhiệm vụ 1 "Việc"\n${LEAD}\nhạn: giai đoạn 2023-2025`),
    marks: 'giai đoạn 2023-2025',
  },
  KH4017: { text: taskWith(`${LEAD}\nhạn: định kỳ`), marks: 'định kỳ' },

  KH5001: { text: regime(`${PERIODS}\n${REGIME_DUE}`), marks: 'chế độ báo cáo "Kết quả"' },
  KH5002: {
    text: regime(`${PERIODS}\n${REGIME_DUE}\n${ROUTE}\nmỗi [Xã] gửi cấp trên trực tiếp qua [Phòng Nội vụ]`),
    marks: 'mỗi [Xã] gửi cấp trên trực tiếp qua [Phòng Nội vụ]',
  },
  KH5003: { text: regime(`kỳ: quý I; 5 tháng\n${REGIME_DUE}\n${ROUTE}`), marks: '5 tháng' },
  KH5004: {
    text: ladder('quá hạn 3 ngày thì nhắc chủ trì\nquá hạn 3 ngày thì thông báo đầu mối'),
    marks: 'quá hạn 3 ngày thì thông báo đầu mối',
  },
  KH5005: { text: ladder('quá hạn 3 ngày thì nhắc đầu mối').replace('  đầu mối: [Sở Nội vụ]\n', ''), marks: 'nhắc đầu mối' },
  KH5006: { text: `${taskWith(`${LEAD}\n${DUE}`)}xử lý quá hạn\nquá hạn 3 ngày thì nhắc chủ trì`, marks: 'xử lý quá hạn' },
  KH5007: { text: ladder('quá hạn 3 ngày thì nhắc phối hợp'), marks: 'phối hợp' },
  KH5008: { text: ladder('quá hạn 3 tháng thì nhắc chủ trì'), marks: 'quá hạn 3 tháng thì nhắc chủ trì' },
  KH5009: {
    text: taskWith(`${LEAD}\n${DUE}\nbáo cáo về [Sở Tài chính] theo quy định`),
    marks: 'báo cáo về [Sở Tài chính] theo quy định',
  },
  KH5010: {
    text: regime(`kỳ: 6 tháng\n${ROUTE} trước ngày 16/6 hằng năm\n${CONSOLIDATED} trước ngày 18/5 hằng năm\n${REGIME_DUE}`),
    marks: `${ROUTE} trước ngày 16/6 hằng năm`,
  },
  KH5011: {
    text: regime(`${PERIODS}\n${REGIME_DUE}\n${ROUTE}\n${dataFrom(10, 10)}`),
    marks: dataFrom(10, 10),
  },
  KH5012: { text: regime(`${PERIODS}\n${REGIME_DUE}\n${ROUTE}\n${dataFrom(20, 14)}`), marks: dataFrom(20, 14) },
  KH5013: { text: regime(`${PERIODS}\nhạn: trước thứ Sáu hằng tuần\n${ROUTE}`), marks: 'trước thứ Sáu hằng tuần' },

  KH6001: {
    text: child(
      'nhận mọi nhiệm vụ được giao\nnhiệm vụ 1 "A"\ncụ thể hóa nhiệm vụ 8\nchủ trì: [UBND huyện An]\nhạn: thường xuyên',
    ),
    marks: 'cụ thể hóa nhiệm vụ 8',
    child: true,
  },
  KH6002: { text: child('không thực hiện nhiệm vụ 1 vì "đã xong"'), marks: CHILD_HEADER.split('\n')[0] ?? '', child: true },
  KH6003: {
    text: child('nhận mọi nhiệm vụ được giao\nnhiệm vụ 1\ncụ thể hóa nhiệm vụ 1\nhạn: trước ngày 15/10/2022'),
    marks: 'hạn: trước ngày 15/10/2022',
    child: true,
  },
  KH6004: { text: child('nhận mọi nhiệm vụ được giao'), marks: (CHILD_HEADER.split('\n')[2] ?? '').trim(), orphan: true },
  KH6005: {
    text: child('').replace('1/KH-UBND" ngày 30/6', '1/KH-UBND" ngày 29/6'),
    marks: 'thực hiện kế hoạch "1/KH-UBND" ngày 29/6/2022 của [UBND tỉnh Mẫu]',
    child: true,
  },
  KH6007: {
    text: child(
      'nhận mọi nhiệm vụ được giao\nnhóm [Xã] gồm mọi ủy ban nhân dân cấp xã\nnhiệm vụ 1 "A"\nchủ trì: mỗi [Xã]\nhạn: thường xuyên',
    ),
    marks: CHILD_HEADER.split('\n')[0] ?? '',
    child: true,
    reporting: true,
  },
  KH6008: {
    text: child(
      'nhận mọi nhiệm vụ được giao\nnhiệm vụ 4\ncụ thể hóa nhiệm vụ 4\nbáo cáo về [UBND tỉnh Mẫu] trước ngày 15/8/2022',
    ),
    marks: 'báo cáo về [UBND tỉnh Mẫu] trước ngày 15/8/2022',
    child: true,
    reporting: true,
  },
  KH6009: {
    text: child('nhận mọi nhiệm vụ được giao\nnhiệm vụ 4\ncụ thể hóa nhiệm vụ 4\nbáo cáo về [Sở Nội vụ] trước ngày 15/9/2022'),
    marks: 'báo cáo về [Sở Nội vụ] trước ngày 15/9/2022',
    child: true,
    reporting: true,
  },
  KH6006: { text: child('nhiệm vụ 1 "A"\ncụ thể hóa nhiệm vụ 1\nhạn: thường xuyên'), marks: 'nhiệm vụ 1 "A"', orphan: true },
};
