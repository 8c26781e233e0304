/** Plans of any size, as text of the rules language and as the same content in JSON. Deterministic. */
export interface Content {
  readonly text: string;
  readonly json: string;
}

interface Task {
  readonly no: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly due: string;
}

const LEADS = ['mỗi [UBND cấp xã]', '[Sở Nội vụ]', 'mỗi [UBND cấp huyện]; mỗi [UBND cấp xã]', '[Sở Tài chính]; [Thanh tra tỉnh]'];
const SUPPORTS = ['[Sở Tư pháp]', 'mỗi [UBND cấp huyện]', '[Sở Y tế]; [Sở Công Thương]', '[Văn phòng UBND tỉnh]'];
const DUES = [
  'trước ngày 15/9/2022',
  'thường xuyên',
  'định kỳ hằng quý',
  'theo quy định',
  'trong quý IV/2022',
  'chậm nhất ngày 30/11/2022',
];

const HEADER = `kế hoạch "239/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Lào Cai]
  tên: "Kế hoạch dùng để đo"
  đầu mối: [Sở Nội vụ]

nhóm [UBND cấp huyện] gồm mọi ủy ban nhân dân cấp huyện
nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã
`;

const taskOf = (index: number): Task => ({
  no: `${1 + Math.floor(index / 50)}.${1 + (index % 50)}`,
  title: `Nhiệm vụ thứ ${index + 1} của kế hoạch, tên dài vừa phải`,
  lead: (LEADS[index % LEADS.length] ?? '').split('; '),
  support: (SUPPORTS[index % SUPPORTS.length] ?? '').split('; '),
  due: DUES[index % DUES.length] ?? '',
});

const textOf = ({ no, title, lead, support, due }: Task): string =>
  `\nnhiệm vụ ${no} "${title}"\n  chủ trì: ${lead.join('; ')}\n  phối hợp: ${support.join('; ')}\n  hạn: ${due}\n`;

/** A plan of about so many UTF-8 bytes. */
export function contentOf(bytes: number): Content {
  const parts = [HEADER];
  const tasks: Task[] = [];
  for (let size = Buffer.byteLength(HEADER); size < bytes; ) {
    const task = taskOf(tasks.length);
    const text = textOf(task);
    tasks.push(task);
    parts.push(text);
    size += Buffer.byteLength(text);
  }
  return { text: parts.join(''), json: JSON.stringify({ header: HEADER, tasks }) };
}
