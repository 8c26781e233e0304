import { planWith, taskWith } from '../texts.js';

/** Shapes of text that make careless readers go deep, or back and forth. */
export const SHAPES: Readonly<Record<string, (times: number) => string>> = {
  'open brackets': (times) => taskWith(`chủ trì: ${'['.repeat(times)}`),
  'closing brackets': (times) => taskWith(`chủ trì: ${']'.repeat(times)}`),
  'brackets in brackets': (times) => taskWith(`chủ trì: ${'['.repeat(times)}Sở Nội vụ${']'.repeat(times)}`),
  'lines of open brackets': (times) => taskWith('chủ trì: [\n'.repeat(times)),
  quotes: (times) => taskWith(`sản phẩm: ${'"'.repeat(times)}`),
  'opening quotes': (times) => taskWith(`sản phẩm: ${'“'.repeat(times)}`),
  'every one of every one': (times) => taskWith(`chủ trì: ${'mỗi '.repeat(times)}[Xã]`),
  'deadline after deadline': (times) => taskWith(`hạn: ${'trong quý I/2023 sau đó '.repeat(times)}hằng năm`),
  'dates and dates': (times) => taskWith(`mốc kiểm tra: ${'30/6/2024; '.repeat(times)}30/6/2025`),
  'and, and, and': (times) => planWith(`xử lý quá hạn\nquá hạn 1 ngày thì ${'nhắc chủ trì và '.repeat(times)}nhắc chủ trì`),
  'keywords only': (times) => 'nhiệm vụ hạn chủ trì trước ngày '.repeat(Math.ceil(times / 4)),
  'unknown words': (times) => 'nhiệmvu chutri hann phốihợp '.repeat(Math.ceil(times / 10)),
  'strange signs': (times) => '@ # ( ) { } '.repeat(times),
  'one long word': (times) => 'a'.repeat(times),
  'one long number': (times) => taskWith(`hạn: trước ngày ${'1'.repeat(times)}`),
  'dots and figures': (times) => planWith(`nhiệm vụ ${'1.'.repeat(times)}1 "Việc"`),
  'spaces only': (times) => ' \n\u00a0'.repeat(times),
  'comments only': (times) => '// ghi chú\n'.repeat(times),
  'slashes only': (times) => '/ '.repeat(times),
  'tasks only': (times) => Array.from({ length: times }, (_, no) => `nhiệm vụ ${no + 1} "Việc"`).join('\n'),
  'the same task': (times) => planWith('nhiệm vụ 1 "Việc"\n  chủ trì: [Sở Nội vụ]\n  hạn: thường xuyên\n'.repeat(times)),
  'the same group': (times) => 'nhóm [Sở] gồm mọi cơ quan chuyên môn cấp tỉnh\n'.repeat(times),
  'the same plan': (times) => planWith('').repeat(times),
  'units that nobody knows': (times) =>
    taskWith(`chủ trì: ${Array.from({ length: times }, (_, no) => `[Sở Số ${times}-${no}]`).join('; ')}`),
};

export const shaped = (shape: string, times: number): string => SHAPES[shape]?.(times) ?? '';
