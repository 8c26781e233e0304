import { note, type Note } from './note.js';

/** KH3 and KH4: agencies and time. */
export const WHO_AND_WHEN: Readonly<Record<string, Note>> = {
  KH3001: note([
    'Tên trong [ ] được tra trong danh mục tổ chức vào đúng ngày ban hành: đơn vị đã sáp nhập hay chưa lập vào ngày đó thì không có.',
    'A name in [ ] is looked up in the organisation on the day of issue: a unit merged before it, or founded after, is not there.',
  ]),
  KH3002: note(
    [
      '“mỗi” đi với một nhóm, và nhóm phải được khai bằng một dòng “nhóm …”.',
      '“each” goes with a group, and a group is set up by a line “group …”.',
    ],
    ['mỗi [Thôn bản]', 'mỗi [Xã]'],
  ),
  KH3003: note(
    [
      'Hai nhóm cùng tên (không phân biệt hoa thường) thì không biết là nhóm nào.',
      'With two groups of a name (whatever the case) none can say which one is meant.',
    ],
    ['nhóm [xã]', 'nhóm [Công an xã]'],
  ),
  KH3004: note([
    'Viết trơn tên nhóm thì không rõ là một việc chung hay mỗi đơn vị một việc.',
    'A bare group leaves it open whether all share one item or each has its own.',
  ]),
  KH3005: note(['Một cơ quan thì không có “mỗi”.', 'One agency is not “each” of anything.']),
  KH3006: note(
    [
      'Danh mục tổ chức không có đơn vị nào thuộc nhóm này dưới cơ quan ban hành, nên không ai nhận việc qua nhóm đó.',
      'The organisation has no unit of this group below the issuer: nobody gets anything through it.',
    ],
    ['nhóm [Thôn] gồm mọi trưởng thôn cấp thôn', 'nhóm [Xã] gồm mọi ủy ban nhân dân cấp xã'],
  ),
  KH3007: note(
    ['Cùng một đơn vị ở cả hai cột: thường là chép thừa.', 'The same unit in both columns: mostly a slip of copying.'],
    ['; mỗi [Xã]', ''],
  ),
  KH3008: note(
    [
      'Cùng một cơ quan, có thể một lần bằng tên đầy đủ và một lần bằng tên tắt.',
      'The same agency twice, perhaps once in full and once in short.',
    ],
    ['; [SNV]', ''],
  ),
  KH3009: note(
    [
      'Đầu mối là một cơ quan: báo cáo và nhắc việc phải đến đúng một nơi.',
      'There is one focal point: reports and reminders go to one place.',
    ],
    ['; [Sở Tài chính]', ''],
  ),
  KH3010: note(
    [
      'Nhiều đơn vị cùng tên: tên phải kèm nơi mới biết là đơn vị nào.',
      'Several units share the name: only with its place is it clear which one.',
    ],
    ['[UBND xã Đôi]', '[UBND xã Đôi, huyện An]'],
  ),
  KH3011: note(
    [
      'Cơ quan ban hành giao việc, không nhận việc phối hợp trong chính kế hoạch của mình.',
      'The issuer gives work out; it does not support tasks of its own plan.',
    ],
    ['[UBND tỉnh Mẫu]; mỗi', 'mỗi'],
  ),
  KH3012: note(
    [
      'Nhiều cơ quan cùng chủ trì là một việc chung, và cơ quan ghi đầu chịu trách nhiệm chính.',
      'Several leads share one item, and the one named first is accountable.',
    ],
    ['[Sở Nội vụ]; [Sở Tài chính]', '[Sở Nội vụ]'],
  ),

  KH4001: note([
    'Ngày không có trong lịch, hoặc năm viết hai chữ số nên không rõ thế kỷ.',
    'The day is not in the calendar, or its year has two digits and could be of any century.',
  ]),
  KH4002: note(
    [
      'Không ai làm kịp một thời hạn đã qua khi kế hoạch ra đời.',
      'Nobody can keep a deadline that was over when the plan came out.',
    ],
    ['trước ngày 30/6/2022', 'trước ngày 15/7/2022'],
  ),
  KH4003: note(
    [
      'Thời hạn vẫn giữ ngày đã ghi, nhưng ngày cuối cùng có người làm việc là ngày khác.',
      'The deadline stays where it is written, but the last day on which anybody works is another.',
    ],
    ['02/9/2022', '05/9/2022'],
  ),
  KH4004: note(
    ['Hai việc chờ nhau: không việc nào bắt đầu tính hạn được.', 'Two tasks wait for each other: neither clock can ever start.'],
    ['trong 3 ngày sau nhiệm vụ 1', 'trước ngày 30/9/2022'],
  ),
  KH4005: note(
    [
      'Kế hoạch không ghi thời gian thì hiểu là hết năm ban hành.',
      'A plan that does not say how long it runs ends with the year of its issue.',
    ],
    ['15/3/2023', '15/12/2022'],
  ),
  KH4006: note(['Ngày kết thúc phải sau ngày ban hành.', 'A plan ends after it begins.'], ['01/6/2022', '31/12/2022']),
  KH4007: note(
    [
      'Việc được dựa vào không có ngày (thường xuyên, theo quy định), nên không đếm tiếp được.',
      'The task it leans on has no date (ongoing, as regulated): there is nothing to count from.',
    ],
    ['trong 3 ngày sau nhiệm vụ 1', 'trước ngày 30/9/2022'],
  ),
  KH4008: note(
    [
      'Số này nằm ngoài khoảng có thể có; năm phải viết đủ bốn chữ số.',
      'The number is outside of what there is; a year is written with four digits.',
    ],
    ['năm 22', 'năm 2022'],
  ),
  KH4009: note(
    [
      'Ghi trơn một ngày thì không rõ ngày đó có được tính hay không: “trước ngày” không tính, “chậm nhất ngày” có tính.',
      'A bare date does not say whether it counts itself: “before” leaves it out, “no later than” takes it in.',
    ],
    ['hạn: 15/7/2022', 'hạn: trước ngày 15/7/2022'],
  ),
  KH4010: note(
    [
      'Có kiểu thời hạn chỉ dùng được ở chế độ báo cáo, có kiểu chỉ dùng cho nhiệm vụ.',
      'Some forms are for reporting regimes only, others for tasks.',
    ],
    ['trước ngày 25 của tháng cuối kỳ báo cáo', 'trước ngày 25/9/2022'],
  ),
  KH4011: note(['Một ngày không thể vừa được tính vừa không.', 'A day cannot both count and not count.']),
  KH4012: note(
    [
      'Kế hoạch còn phải đến tay và được phân công; ít ngày quá thường là nhầm tháng.',
      'A plan has to arrive and be handed out; so few days are often a wrong month.',
    ],
    ['05/7/2022', '30/7/2022'],
  ),
  KH4013: note(
    ['Ngày cuối đứng trước ngày đầu.', 'The last day lies before the first.'],
    ['đến ngày 15/11/2022', 'đến ngày 25/12/2022'],
  ),
  KH4014: note(
    [
      'Tháng không có năm thì không biết là năm nay, năm sau hay hằng năm.',
      'Without a year it may be this one, the next, or every one.',
    ],
    ['tháng 12', 'tháng 12/2022'],
  ),
  KH4015: note(['Giờ hoặc phút nằm ngoài một ngày.', 'The hour or the minute is outside of a day.'], ['25h00', '16h00']),
  KH4016: note(
    [
      'Việc kéo dài nhiều năm mà không có mốc thì chỉ biết là chậm khi đã hết hạn.',
      'Work of many years without a checkpoint is known to be late only when it is over.',
    ],
    ['hạn: giai đoạn 2023-2025', 'hạn: giai đoạn 2023-2025\nmốc kiểm tra: năm 2023; năm 2024'],
  ),
  KH4017: note(
    [
      '“Định kỳ” mà không nói bao lâu một lần thì không tính được ngày nào.',
      '“Recurring” without a rhythm yields no date at all.',
    ],
    ['định kỳ', 'định kỳ hằng quý'],
  ),
};
