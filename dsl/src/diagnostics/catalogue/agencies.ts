import { entry } from './entry.js';

/** KH3xxx: who. */
export const AGENCIES = {
  KH3001: entry(
    'error',
    ['Không có cơ quan nào tên [{name}] vào ngày {date}.{suggestion}', 'No agency was called [{name}] on {date}.{suggestion}'],
    ['Tên phải như trong danh mục tổ chức.', 'Names are those of the organisation file.'],
  ),
  KH3002: entry(
    'error',
    ['Không có nhóm nào tên [{name}].{suggestion}', 'No group is called [{name}].{suggestion}'],
    ['Thêm dòng “nhóm [{name}] gồm mọi …”.', 'Add a line “group [{name}] consists of every …”.'],
  ),
  KH3003: entry('error', ['Nhóm [{name}] đã có ở dòng {line}.', 'Group [{name}] is already given on line {line}.']),
  KH3004: entry(
    'error',
    ['[{name}] là một nhóm: phải viết “mỗi [{name}]”.', '[{name}] is a group: write “each [{name}]”.'],
    ['“mỗi” giao việc riêng cho từng đơn vị trong nhóm.', '“each” gives every unit of the group its own item.'],
  ),
  KH3005: entry('error', ['[{name}] là một cơ quan: bỏ chữ “mỗi”.', '[{name}] is one agency: leave out “each”.']),
  KH3006: entry('info', [
    'Nhóm [{name}] không có đơn vị nào thuộc {issuer} vào ngày {date}.',
    'Group [{name}] has no unit below {issuer} on {date}.',
  ]),
  KH3007: entry(
    'warning',
    ['[{name}] vừa chủ trì vừa phối hợp nhiệm vụ {no}.', '[{name}] both leads and supports task {no}.'],
    [
      'Chủ trì được tính trước; bỏ khỏi phần phối hợp nếu thừa.',
      'The lead counts; take it out of the support where it is not meant.',
    ],
  ),
  KH3008: entry('warning', ['[{name}] được ghi hai lần.', '[{name}] is named twice.']),
  KH3009: entry(
    'error',
    ['“{what}” chỉ nhận một cơ quan.', '“{what}” takes one agency.'],
    ['Viết tên một cơ quan trong [ ].', 'Write the name of one agency in [ ].'],
  ),
  KH3010: entry(
    'error',
    ['Vào ngày {date} có {count} đơn vị cùng tên [{name}].', '{count} units were called [{name}] on {date}.'],
    ['Thêm nơi ở trên, sau dấu phẩy: {choices}.', 'Add the place above, behind a comma: {choices}.'],
  ),
  KH3011: entry(
    'warning',
    [
      '[{name}] ban hành kế hoạch này, không thể là bên phối hợp trong nhiệm vụ {no}.',
      '[{name}] issues this plan: it cannot be among those who support task {no}.',
    ],
    [
      'Ghi bộ phận giúp việc của mình, hoặc bỏ khỏi phần phối hợp.',
      'Name the division that helps, or take it out of the support.',
    ],
  ),
  KH3012: entry(
    'info',
    [
      'Nhiệm vụ {no} có {count} cơ quan cùng chủ trì một việc; [{name}] đứng đầu nên chịu trách nhiệm chính.',
      '{count} agencies lead task {no} as one item; [{name}], named first, is accountable.',
    ],
    [
      'Muốn mỗi cơ quan một việc riêng thì lập nhóm và viết “mỗi [nhóm]”.',
      'Where each is to have an item of its own, make a group of them and write “each [group]”.',
    ],
  ),
} as const;
