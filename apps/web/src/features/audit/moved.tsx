import type { ReactNode } from 'react';
import { number } from '../../i18n/locale.js';

/** By how much a figure moved, with its sign. */
export const Moved = ({ from, to }: { readonly from: number; readonly to: number }): ReactNode =>
  from === to ? <span className="soft">0</span> : <>{`${to > from ? '+' : '−'}${number(Math.abs(to - from))}`}</>;
