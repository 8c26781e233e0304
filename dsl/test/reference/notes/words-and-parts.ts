import { HEADER } from '../../texts.js';
import { note, type Note } from './note.js';

const TASK = 'nhiệm vụ 1 "Tuyên truyền"\nchủ trì: [Sở Nội vụ]\nhạn: thường xuyên';

/** KH1 and KH2: words, signs and the parts of a document. */
export const WORDS_AND_PARTS: Readonly<Record<string, Note>> = {
  KH1001: note([
    'Chữ này gần giống một từ khóa nhưng sai dấu hoặc sai chính tả, nên máy không đoán thay người viết.',
    'The word is close to a keyword, but a mark or a letter is wrong; nothing is guessed on the writer’s behalf.',
  ]),
  KH1002: note(
    [
      'Dòng này không bắt đầu bằng từ khóa nào, nên không biết nó nói về việc gì. Câu chữ tự do chỉ đứng trong dấu nháy hoặc sau dấu //.',
      'The line begins with no keyword, so nobody can tell what it is about. Free text stands in quotes or after //.',
    ],
    ['xyzzy "gì đó"', 'sản phẩm: "Báo cáo"'],
  ),
  KH1003: note(
    [
      'Sau từ khóa là một thứ khác với thứ phải có. Hay gặp nhất: lẫn [ ] (tên cơ quan) với dấu nháy (câu chữ).',
      'What follows a keyword is not what belongs there. Most often [ ] (names) and quotes (texts) were taken for one another.',
    ],
    ['[Báo cáo]', '"Báo cáo"'],
  ),
  KH1004: note([
    'Tên hoặc câu chữ đã mở mà chưa đóng; máy dừng ở cuối dòng để lỗi này không nuốt mất phần sau.',
    'A name or a text was opened and not closed. Reading stops at the end of the line, so that the rest is not swallowed.',
  ]),
  KH1005: note(
    [
      'Dấu này không có nghĩa trong văn bản quy tắc; thường lọt vào khi chép từ nơi khác.',
      'The sign means nothing in a rules text; it often comes along with a copy from elsewhere.',
    ],
    [' @', ''],
  ),
  KH1006: note([
    'Tên cơ quan thường có dấu phẩy bên trong (“Sở, ban, ngành”), nên hai cơ quan ngăn cách bằng dấu chấm phẩy.',
    'Names often hold a comma (“Sở, ban, ngành”), so that agencies are parted by a semicolon.',
  ]),
  KH1007: note(
    [
      'Một văn bản quy tắc là một kế hoạch. Tệp dài đến mức này hầu như luôn do dán nhầm, nên máy không đọc.',
      'A rules text is one plan. A file of this length is nearly always a paste gone wrong, and is not read.',
    ],
    [' '.repeat(1000), ''],
  ),

  KH2001: note(
    [
      'Tệp không có dòng mở đầu kế hoạch: số, ngày ban hành, cơ quan ban hành.',
      'No line opens a plan: its number, its day of issue, its issuer.',
    ],
    ['// chưa có gì\n', HEADER],
  ),
  KH2002: note(
    [
      'Kế hoạch được nhận ra bằng cơ quan ban hành, số và ngày; mỗi tệp giữ một kế hoạch để lịch sử của nó đi cùng nó.',
      'A plan is known by issuer, number and date; a file holds one, so that its history stays with it.',
    ],
    [`${HEADER}${HEADER}`, HEADER],
  ),
  KH2003: note(
    [
      'Hai dòng cùng loại trái nhau thì không biết theo dòng nào.',
      'Where two lines of a kind differ, none can say which one holds.',
    ],
    ['\nhạn: theo quy định', ''],
  ),
  KH2004: note(
    [
      'Số nhiệm vụ là cách mọi đơn vị gọi việc của mình; 2 và 02 là cùng một số. Phụ lục dài hay đánh lại từ đầu ở mục cuối.',
      'Units call their work by its number; 2 and 02 are the same. Long annexes tend to begin anew in their last section.',
    ],
    ['nhiệm vụ 02', 'nhiệm vụ 3'],
  ),
  KH2005: note(
    ['Việc không có người chủ trì thì không giao được cho ai.', 'Without a lead there is nobody to give the task to.'],
    ['hạn:', 'chủ trì: [Sở Nội vụ]\nhạn:'],
  ),
  KH2006: note(
    [
      'Mỗi việc phải nói khi nào xong, kể cả khi câu trả lời là “thường xuyên” (không bao giờ xong) hay “theo quy định” (chưa biết).',
      'Every task says when, even where that is “ongoing” (never done) or “as regulated” (not known yet).',
    ],
    ['chủ trì: [Sở Nội vụ]', 'chủ trì: [Sở Nội vụ]\nhạn: trước ngày 30/9/2022'],
  ),
  KH2007: note(
    ['Danh sách và thông báo gọi kế hoạch bằng tên của nó.', 'Lists and notices call a plan by its title.'],
    ['của [UBND tỉnh Mẫu]', 'của [UBND tỉnh Mẫu]\n  tên: "Kế hoạch mẫu"'],
  ),
  KH2008: note(
    [
      'Chỉ việc “cụ thể hóa nhiệm vụ …” mới được bỏ tên, vì lấy tên của cấp trên.',
      'Only a task that “refines task …” may go without a title: it takes the one above.',
    ],
    ['nhiệm vụ 1\n', 'nhiệm vụ 1 "Tuyên truyền"\n'],
  ),
  KH2009: note(
    ['Thời hạn dựa vào một nhiệm vụ không có trong kế hoạch này.', 'The deadline leans on a task that the plan does not have.'],
    ['sau nhiệm vụ 7', 'kể từ ngày ban hành'],
  ),
  KH2010: note(
    ['Mỗi nội dung có một số riêng, như trong văn bản giấy.', 'Each section has a number of its own, as on paper.'],
    ['nội dung 1 "B"', 'nội dung 2 "B"'],
  ),
  KH2011: note(
    [
      'Dòng này đúng từ khóa nhưng đứng sai chỗ: một dòng thuộc về kế hoạch, nhiệm vụ hoặc chế độ ngay phía trên nó.',
      'The keyword is right and its place is wrong: a line belongs to the plan, task or regime just above it.',
    ],
    ['chủ trì: [Sở Nội vụ]', TASK],
  ),
  KH2012: note(
    ['Không có kế hoạch cấp trên thì không có gì để nhận.', 'Without a parent plan there is nothing to inherit.'],
    ['  nhận mọi nhiệm vụ được giao\n', ''],
  ),
  KH2013: note(['Dấu nháy không có chữ nào bên trong.', 'There is nothing between the quotes.'], ['"  "', '"Tuyên truyền"']),
  KH2014: note(
    [
      'Số “…/KH-UBND” là chỗ trống của bản dự thảo. Kế hoạch chưa có số thì chưa ban hành được.',
      'The number “…/KH-UBND” is the blank of a draft. A plan without a number cannot be issued.',
    ],
    ['…/KH-UBND', '12/KH-UBND'],
  ),
  KH2015: note(
    ['Chỉ tiêu không có nhiệm vụ nào phục vụ thì thường không ai làm.', 'A target that no task serves is often nobody’s work.'],
    ['mức: tối thiểu 80 %', `mức: tối thiểu 80 %\n${TASK}\nphục vụ chỉ tiêu 1`],
  ),
  KH2016: note(
    [
      'Kế hoạch có nói việc nào phục vụ chỉ tiêu nào, riêng việc này thì không.',
      'The plan says which tasks serve which target, and for this one it does not.',
    ],
    [
      'nhiệm vụ 2 "B"\nchủ trì: [Sở Nội vụ]\nhạn: thường xuyên',
      'nhiệm vụ 2 "B"\nchủ trì: [Sở Nội vụ]\nhạn: thường xuyên\nphục vụ chỉ tiêu 1',
    ],
  ),
  KH2017: note(
    ['Nhiệm vụ phục vụ một chỉ tiêu không có trong kế hoạch.', 'The task serves a target that the plan does not have.'],
    ['nhiệm vụ 1', 'chỉ tiêu 1 "Hồ sơ trực tuyến"\nmức: tối thiểu 80 %\nnhiệm vụ 1'],
  ),
  KH2018: note(
    ['Mỗi chỉ tiêu có một số riêng trong kế hoạch.', 'Each target has a number of its own within the plan.'],
    ['chỉ tiêu 1 "C"', 'chỉ tiêu 2 "C"'],
  ),
  KH2019: note(
    ['Chỉ tiêu không có mức thì không đo được.', 'A target without a level cannot be measured.'],
    ['chỉ tiêu 1 "A"', 'chỉ tiêu 1 "A"\nmức: tối thiểu 80 %'],
  ),
  KH2020: note(
    [
      'Gia hạn, tạm dừng, rút việc chỉ có nghĩa trong văn bản sửa đổi một kế hoạch đã ban hành.',
      'Extending, suspending or withdrawing a task is for a document that amends an issued plan.',
    ],
    ['  gia hạn', '  sửa đổi kế hoạch "5/KH-UBND" ngày 03/01/2022 của [UBND tỉnh Mẫu]\n  gia hạn'],
  ),
};
