import { note, type Note } from './note.js';

/** KH5 and KH6: reports, escalation, and a plan against the one above it. */
export const REPORTS_AND_CONFORMANCE: Readonly<Record<string, Note>> = {
  KH5001: note(
    [
      'Chế độ báo cáo cần đủ ba điều: kỳ nào, hạn nào, ai gửi ai.',
      'A reporting regime says three things: which periods, due when, who sends to whom.',
    ],
    [
      'hạn: trước ngày 15 của tháng cuối kỳ báo cáo',
      'hạn: trước ngày 15 của tháng cuối kỳ báo cáo\nmỗi [Huyện] gửi [UBND tỉnh Mẫu] qua [Sở Nội vụ]',
    ],
  ),
  KH5002: note([
    'Đơn vị tổng hợp nhận báo cáo cấp dưới đúng ngày mình phải gửi đi, nên không có thời gian tổng hợp.',
    'Whoever sums up gets the inputs on the very day its own report is due, with no time to do so.',
  ]),
  KH5003: note(
    [
      'Không có kỳ nào dài như vậy; 6 tháng và 9 tháng đều tính từ tháng Một.',
      'There is no period of that length; 6 and 9 months both count from January.',
    ],
    ['5 tháng', '6 tháng'],
  ),
  KH5004: note(
    [
      'Hai bậc cùng một mốc: gộp lại để đọc một dòng là biết ngày đó có gì.',
      'Two steps at one point: joined, a single line says what happens then.',
    ],
    ['\nquá hạn 3 ngày thì thông báo đầu mối', ' và thông báo đầu mối'],
  ),
  KH5005: note(
    ['Bậc này cần đầu mối mà kế hoạch chưa ghi.', 'The step needs a focal point, and the plan names none.'],
    ['nhắc đầu mối', 'nhắc chủ trì'],
  ),
  KH5006: note(
    [
      'Bậc xử lý đếm từ ngày đến hạn; việc không có ngày thì được theo dõi qua báo cáo.',
      'Steps count from a due date; tasks without one are watched through reports.',
    ],
    ['hạn: thường xuyên', 'hạn: trước ngày 30/9/2022'],
  ),
  KH5007: note(
    [
      'Việc này không làm với đối tượng này được: chỉ người chịu trách nhiệm mới bị nhắc.',
      'This is not done to that party: only who answers for the task is reminded.',
    ],
    ['nhắc phối hợp', 'nhắc chủ trì'],
  ),
  KH5008: note(
    ['Tháng dài ngắn khác nhau, nên bậc xử lý đếm bằng ngày.', 'Months differ in length, so steps are counted in days.'],
    ['3 tháng', '30 ngày'],
  ),
  KH5009: note(
    [
      'Không có kỳ, không có ngày thì báo cáo này không bao giờ đến hạn.',
      'With neither period nor date, the report is never due.',
    ],
    ['báo cáo về [Sở Tài chính] theo quy định', 'báo cáo về [Sở Tài chính] định kỳ hằng quý'],
  ),
  KH5010: note(
    ['Không thể tổng hợp những báo cáo chưa đến.', 'Reports that have not come cannot be summed up.'],
    ['16/6 hằng năm', '10/5 hằng năm'],
  ),
  KH5011: note(
    ['Một ngày nằm trong hai kỳ thì số liệu ngày đó bị tính hai lần.', 'A day within two periods is counted twice.'],
    ['đến ngày 10', 'đến ngày 9'],
  ),
  KH5012: note(
    ['Những ngày không thuộc kỳ nào thì số liệu của chúng bị bỏ quên.', 'What happens on days of no period is never reported.'],
    ['từ ngày 20', 'từ ngày 15'],
  ),
  KH5013: note(
    [
      'Hạn tính theo tuần chỉ hợp với báo cáo hằng tuần, và tương tự với các kỳ khác.',
      'A weekly due date goes with weekly reports, and so for the other periods.',
    ],
    ['trước thứ Sáu hằng tuần', 'trước ngày 15 của tháng cuối kỳ báo cáo'],
  ),

  KH6001: note(
    ['Số nhiệm vụ phải là số trong kế hoạch cấp trên.', 'The number is that of the plan above.'],
    ['cụ thể hóa nhiệm vụ 8', 'cụ thể hóa nhiệm vụ 1'],
    ['hạn: thường xuyên', 'hạn: trước ngày 15/9/2022'],
  ),
  KH6002: note(
    [
      'Việc cấp trên giao không được lặng lẽ biến mất: nhận, cụ thể hóa, hoặc nói rõ vì sao không làm.',
      'What was assigned does not quietly disappear: inherit it, refine it, or say why not.',
    ],
    ['không thực hiện', 'nhận mọi nhiệm vụ được giao\nkhông thực hiện'],
  ),
  KH6003: note(
    [
      'Cấp dưới xong muộn hơn thì cấp trên không thể xong đúng hạn.',
      'Where the lower level ends later, the upper one cannot end in time.',
    ],
    ['15/10/2022', '15/9/2022'],
  ),
  KH6004: {
    ...note([
      'Văn bản đúng, nhưng chưa có kế hoạch cấp trên bên cạnh nên chưa đối chiếu được. Đặt tệp của kế hoạch đó cùng thư mục.',
      'The text is right, but the plan above is not beside it, so nothing was compared. Put its file into the same folder.',
    ]),
    needsParent: true,
  },
  KH6005: note(
    ['Số, ngày hoặc cơ quan của kế hoạch cấp trên không khớp.', 'Number, date or issuer of the plan above do not match.'],
    ['ngày 29/6/2022 của [UBND tỉnh Mẫu]', 'ngày 30/6/2022 của [UBND tỉnh Mẫu]\n  nhận mọi nhiệm vụ được giao'],
  ),
  KH6006: note(
    [
      'Điều không ghi lại được lấy từ kế hoạch cấp trên, mà kế hoạch đó chưa có. Đặt tệp của nó cùng thư mục, hoặc ghi rõ ở đây.',
      'What is not written is taken from the plan above, which is not at hand. Put its file into the same folder, or write it here.',
    ],
    ['hạn: thường xuyên', 'chủ trì: [UBND huyện An]\nhạn: thường xuyên'],
  ),
  KH6007: note(
    [
      'Cấp trên chờ báo cáo của đơn vị này, mà đơn vị này chưa yêu cầu ai bên dưới báo cáo để tổng hợp.',
      'The level above waits for this unit’s report, and nobody below is asked for anything to put into it.',
    ],
    [
      'hạn: thường xuyên\n',
      'hạn: thường xuyên\nchế độ báo cáo "Kết quả"\nkỳ: năm\nhạn: trước ngày 05 của tháng cuối kỳ báo cáo\nmỗi [Xã] gửi [UBND huyện An]\n',
    ],
  ),
  KH6008: note(
    [
      'Nơi nhận báo cáo mà cấp trên đã định thì cấp dưới không đổi được.',
      'Where the level above wants a report sent is not for the lower one to change.',
    ],
    ['báo cáo về [UBND tỉnh Mẫu]', 'báo cáo về [Sở Nội vụ]'],
  ),
  KH6009: note(
    ['Báo cáo cũng có hạn như việc: chỉ được sớm hơn.', 'A report has a deadline as work does: it may only be earlier.'],
    ['15/9/2022', '15/8/2022'],
  ),
};
