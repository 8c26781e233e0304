import { JSON_OUTPUT } from '../common-options.js';
import type { Verb } from '../verb.js';

export const MIGRATE_VERB: Verb = {
  name: 'migrate',
  usage: 'migrate [--distribute]',
  text: {
    vi: 'Lập hoặc nâng cấp các bảng, cấp quyền cho các vai trò; phân bố chúng trên cụm Citus.',
    en: 'Make or upgrade the tables, grant the roles their rights; spread the tables over a Citus cluster.',
  },
  options: {
    distribute: {
      type: 'boolean',
      text: {
        vi: 'Chia các bảng theo tenant trên các nút của cụm Citus có nút điều phối là DATABASE_URL.',
        en: 'Spread the tables by tenant over the nodes of the Citus cluster whose coordinator DATABASE_URL names.',
      },
    },
    data: {
      type: 'string',
      value: 'DIR',
      text: {
        vi: 'Thư mục dữ liệu khi không có DATABASE_URL; mặc định .thac.',
        en: 'Data folder without DATABASE_URL; .thac by default.',
      },
    },
    json: JSON_OUTPUT,
  },
  words: [0, 0],
  load: async () => (await import('./migrate.js')).runMigrate,
};
