import { BAD } from '../bad-examples.js';
import { planWith, taskWith } from '../texts.js';
import { caught, type CatalogueEntry } from './entry.js';

const LEAD = 'chủ trì: [Sở Nội vụ]';

/** J: contradictions of real texts, each caught. */
export const CONTRADICTIONS: readonly CatalogueEntry[] = [
  caught('J1', BAD.KH5010.text, 'KH5010'),
  caught('J2', taskWith(`${LEAD}\nhạn: trước ngày 05/7/2022`), 'KH4012'),
  caught('J3', BAD.KH2004.text, 'KH2004'),
  caught('J4', BAD.KH3007.text, 'KH3007'),
  caught('J5', BAD.KH4016.text, 'KH4016'),
  caught('J6', BAD.KH5009.text, 'KH5009'),
  caught('J6', BAD.KH3001.text, 'KH3001'),
  caught('J7', BAD.KH5011.text, 'KH5011'),
  caught('J8', BAD.KH2014.text, 'KH2014'),
  caught('J9', planWith(`nhiệm vụ 1 "A"\n${LEAD}\nchủ trì: [Sở Tài chính]\nhạn: thường xuyên`), 'KH2003'),
  caught('J10', taskWith(`${LEAD}\nhạn: chậm nhất ngày 30/7/2022`), 'KH4003'),
];
