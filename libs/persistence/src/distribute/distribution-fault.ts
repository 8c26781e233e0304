import type { Bilingual } from '#contracts';
import { WordedFault } from '../worded-fault.js';

/** Every way in which a database cannot be spread over the nodes of a Citus cluster. */
export type DistributionFaultCode =
  | 'database.no-citus'
  | 'database.not-coordinator'
  | 'database.no-workers'
  | 'database.may-not-distribute'
  | 'database.cannot-move'
  | 'database.distributed-otherwise';

/** Names of the case, as the wording needs them. */
export interface DistributionFacts {
  /** Address without its password. */
  readonly place: string;
  /** The table or function it was about. */
  readonly thing?: string;
  /** What the system said. */
  readonly reason?: string;
}

type Wording = (facts: DistributionFacts) => { readonly what: Bilingual; readonly mend: Bilingual };

const WORDING: Readonly<Record<DistributionFaultCode, Wording>> = {
  'database.no-citus': ({ place }) => ({
    what: {
      vi: `Cơ sở dữ liệu ${place} không có Citus: không có nút nào để phân bố.`,
      en: `The database at ${place} has no Citus: there are no nodes to spread it over.`,
    },
    mend: {
      vi: 'Đặt DATABASE_OWNER_URL tới nút điều phối của một cụm Citus có CREATE EXTENSION citus trong cơ sở dữ liệu này trên mọi nút; hoặc bỏ --distribute, vì một máy chủ PostgreSQL thường không cần.',
      en: 'Set DATABASE_OWNER_URL to the coordinator of a Citus cluster with CREATE EXTENSION citus in this database on every node; or leave --distribute out: one plain PostgreSQL server needs none of it.',
    },
  }),
  'database.not-coordinator': ({ place }) => ({
    what: {
      vi: `${place} là nút làm việc của cụm Citus, không phải nút điều phối.`,
      en: `${place} is a worker node of a Citus cluster, not its coordinator.`,
    },
    mend: {
      vi: 'Đặt DATABASE_URL tới nút điều phối; mọi tiến trình api và worker cũng dùng địa chỉ đó.',
      en: 'Set DATABASE_URL to the coordinator; every api and worker process uses that address, too.',
    },
  }),
  'database.no-workers': ({ place }) => ({
    what: {
      vi: `Cụm Citus ở ${place} chưa có nút nào để giữ dữ liệu.`,
      en: `The Citus cluster at ${place} has no node that may hold data yet.`,
    },
    mend: {
      vi: "Thêm nút bằng SELECT citus_add_node('tên-máy', 5432). Nếu chỉ có một nút: SELECT citus_set_coordinator_host('tên-máy'), rồi citus_set_node_property('tên-máy', 5432, 'shouldhaveshards', true).",
      en: "Add nodes with SELECT citus_add_node('host', 5432). With a single node: SELECT citus_set_coordinator_host('host'), then citus_set_node_property('host', 5432, 'shouldhaveshards', true).",
    },
  }),
  'database.may-not-distribute': ({ place, thing, reason }) => ({
    what: {
      vi: `Người dùng trong DATABASE_URL không được phép phân bố “${thing}” của ${place} (${reason}).`,
      en: `The user of DATABASE_URL may not distribute “${thing}” of ${place} (${reason}).`,
    },
    mend: {
      vi: 'Chạy riêng lệnh này bằng một superuser. Sau đó api và worker vẫn dùng vai trò ứng dụng.',
      en: 'Run this one command as a superuser. Afterwards api and worker go on in the role of the application.',
    },
  }),
  'database.cannot-move': ({ place, thing, reason }) => ({
    what: {
      vi: `Không chuyển được “${thing}” của ${place} tới các nút (${reason}). Mọi bảng còn nguyên như trước.`,
      en: `“${thing}” of ${place} cannot be moved to the nodes (${reason}). Every table is as it was before.`,
    },
    mend: {
      vi: 'Sửa điều máy chủ đã báo (dòng không có tenant, ổ đĩa của một nút, nút không trả lời), rồi chạy lại: thac migrate --distribute.',
      en: 'Mend what the server said (a row without a tenant, the disk of a node, a node that does not answer), then run again: thac migrate --distribute.',
    },
  }),
  'database.distributed-otherwise': ({ place, thing }) => ({
    what: {
      vi: `Bảng “${thing}” của ${place} đã được phân bố theo cách khác, không theo tenant cùng các bảng kia.`,
      en: `The table “${thing}” of ${place} is distributed in another way: not by tenant, together with the others.`,
    },
    mend: {
      vi: `Đưa bảng về như cũ bằng SELECT undistribute_table('${thing}'), rồi chạy lại: thac migrate --distribute.`,
      en: `Undo it with SELECT undistribute_table('${thing}'), then run again: thac migrate --distribute.`,
    },
  }),
};

/** Thrown when a database cannot be distributed; `code` says which of the ways. Never holds a password. */
export class DistributionFault extends WordedFault<DistributionFaultCode, DistributionFacts> {
  constructor(code: DistributionFaultCode, facts: DistributionFacts) {
    super(code, facts, WORDING[code](facts));
  }
}
