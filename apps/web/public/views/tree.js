import { compareNames, foldText, inTreeOrder } from '../collate.js';
import { element } from '../dom.js';

/**
 * A tree of units by the WAI-ARIA tree pattern: one stop of the Tab key, arrows within. Branches are made when they are
 * first opened.
 *
 * @typedef {import('../api.js').CascadeNode} CascadeNode
 * @typedef {{label: string, describe: (node: CascadeNode) => Node, choose: (node: CascadeNode) => void}} TreeOptions
 */

export class UnitTree {
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  /** @type {Map<string, CascadeNode>} */
  #nodes = new Map();
  /** @type {Map<string, string>} */
  #above = new Map();
  #options;
  #typed = { text: '', at: 0 };

  /** @param {CascadeNode} root @param {TreeOptions} options */
  constructor(root, options) {
    this.#options = options;
    this.#index(root);
    this.element = element('ul', {
      class: 'tree',
      role: 'tree',
      'aria-label': options.label,
      onkeydown: (event) => this.#onKey(event),
      onclick: (event) => this.#onClick(event),
    });
    this.element.append(this.#branch(root, { level: 1, size: 1, place: 1 }));
    this.#focusable(root.unit.id);
    this.#setOpen(root.unit.id, true);
  }

  /** Whether the tree has such a unit. @param {string} unit */
  node(unit) {
    return this.#nodes.get(unit);
  }

  /** Shows a unit as chosen and opens the way to it. @param {string} unit */
  select(unit) {
    for (let above = this.#above.get(unit); above; above = this.#above.get(above)) this.#reveal(above);
    for (const item of this.#items.values()) item.setAttribute('aria-selected', 'false');
    this.#items.get(unit)?.setAttribute('aria-selected', 'true');
    this.#focusable(unit);
  }

  /** Moves the focus to a unit, which must be in sight. @param {string} unit */
  focus(unit) {
    this.#focusable(unit);
    this.#items.get(unit)?.focus();
  }

  /** @param {CascadeNode} node */
  #index(node) {
    this.#nodes.set(node.unit.id, node);
    for (const child of node.children) {
      this.#above.set(child.unit.id, node.unit.id);
      this.#index(child);
    }
  }

  /** Opens a branch, and first the branches above it. @param {string} unit */
  #reveal(unit) {
    const above = this.#above.get(unit);
    if (above && !this.#items.has(unit)) this.#reveal(above);
    this.#setOpen(unit, true);
  }

  /**
   * @param {CascadeNode} node
   * @param {{level: number, size: number, place: number}} at where it stands among those beside it
   */
  #branch(node, { level, size, place }) {
    const { unit, children } = node;
    const item = element(
      'div',
      {
        class: 'tree-row',
        role: 'treeitem',
        tabindex: '-1',
        'data-unit': unit.id,
        'aria-level': level,
        'aria-setsize': size,
        'aria-posinset': place,
        'aria-selected': 'false',
        'aria-expanded': children.length > 0 && 'false',
      },
      element('span', { class: children.length > 0 ? 'twist' : 'twist leaf', 'aria-hidden': 'true' }),
      element('span', { class: 'tree-text' }, element('span', { class: 'tree-name' }, unit.name), this.#options.describe(node)),
    );
    this.#items.set(unit.id, item);
    return element('li', { role: 'none' }, item);
  }

  /** @param {string} unit @param {boolean} open */
  #setOpen(unit, open) {
    const [item, node] = [this.#items.get(unit), this.#nodes.get(unit)];
    if (!item || !node || node.children.length === 0) return;
    const group = item.nextElementSibling ?? (open ? this.#makeGroup(item, node) : null);
    if (group instanceof HTMLElement) group.hidden = !open;
    item.setAttribute('aria-expanded', String(open));
  }

  /** @param {HTMLElement} item @param {CascadeNode} node */
  #makeGroup(item, { unit, children }) {
    const level = Number(item.getAttribute('aria-level')) + 1;
    const branches = inTreeOrder(children).map((child, index) =>
      this.#branch(child, { level, size: children.length, place: index + 1 }),
    );
    const group = element('ul', { role: 'group', id: `below-${unit.id}` }, ...branches);
    item.setAttribute('aria-owns', group.id);
    item.after(group);
    return group;
  }

  /** The one item that the Tab key stops at. @param {string} unit */
  #focusable(unit) {
    for (const item of this.element.querySelectorAll('[tabindex="0"]')) item.setAttribute('tabindex', '-1');
    this.#items.get(unit)?.setAttribute('tabindex', '0');
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const unit = unitOf(target);
    if (!unit) return;
    this.focus(unit);
    if (target.closest('.twist:not(.leaf)')) this.#setOpen(unit, !this.#isOpen(unit));
    else this.#choose(unit);
  }

  /** Chooses a unit as a click on it would, wherever in the tree it is. @param {string} unit */
  open(unit) {
    this.select(unit);
    this.focus(unit);
    this.#choose(unit);
  }

  /** @param {string} unit */
  #choose(unit) {
    const node = this.#nodes.get(unit);
    if (!node) return;
    this.#setOpen(unit, true);
    this.select(unit);
    this.#options.choose(node);
  }

  /** @param {string} unit */
  #isOpen(unit) {
    return this.#items.get(unit)?.getAttribute('aria-expanded') === 'true';
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const unit = unitOf(/** @type {Element} */ (event.target));
    if (!unit) return;
    const act = this.#keys[event.key];
    if (act) act(unit);
    else if (event.key.length === 1 && event.key !== ' ') this.#jumpTo(unit, event);
    else return;
    event.preventDefault();
  }

  /** @type {Record<string, (unit: string) => void>} */
  #keys = {
    ArrowDown: (unit) => this.#step(unit, 1),
    ArrowUp: (unit) => this.#step(unit, -1),
    ArrowRight: (unit) => (this.#isOpen(unit) ? this.#step(unit, 1, unit) : this.#setOpen(unit, true)),
    ArrowLeft: (unit) => (this.#isOpen(unit) ? this.#setOpen(unit, false) : this.#goTo(this.#above.get(unit))),
    Home: () => this.#goTo(this.#inSight()[0]),
    End: () => this.#goTo(this.#inSight().at(-1)),
    Enter: (unit) => this.#choose(unit),
    ' ': (unit) => this.#choose(unit),
    '*': (unit) => this.#openBeside(unit),
  };

  /** @param {string | undefined} unit */
  #goTo(unit) {
    if (unit) this.focus(unit);
  }

  /** Moves among the units in sight; within `under` only to units directly below it. */
  #step = (/** @type {string} */ unit, /** @type {1 | -1} */ by, /** @type {string | undefined} */ under = undefined) => {
    const units = this.#inSight();
    const next = units[units.indexOf(unit) + by];
    if (next && (under === undefined || this.#above.get(next) === under)) this.focus(next);
  };

  /** @param {string} unit */
  #openBeside(unit) {
    const above = this.#above.get(unit);
    for (const beside of this.#nodes.keys()) if (this.#above.get(beside) === above) this.#setOpen(beside, true);
  }

  /** Units that are not within a closed branch, from the top down. @returns {string[]} */
  #inSight() {
    const items = [...this.element.querySelectorAll('[role="treeitem"]')];
    return items.filter((item) => !item.closest('[hidden]')).map((item) => item.getAttribute('data-unit') ?? '');
  }

  /** The next unit in sight whose name begins with, or has a word that begins with, what is typed. */
  #jumpTo = (/** @type {string} */ unit, /** @type {KeyboardEvent} */ event) => {
    const fresh = event.timeStamp - this.#typed.at > 700;
    this.#typed = { text: (fresh ? '' : this.#typed.text) + foldText(event.key), at: event.timeStamp };
    const units = this.#inSight();
    const from = units.indexOf(unit) + (fresh ? 1 : 0);
    const order = [...units.slice(from), ...units.slice(0, from)];
    this.#goTo(order.find((each) => ` ${foldText(this.#nodes.get(each)?.unit.name ?? '')}`.includes(` ${this.#typed.text}`)));
  };

  /**
   * Units whose name has a text in it, by name. Accents may be left out.
   * @param {string} text
   * @returns {CascadeNode[]}
   */
  find(text) {
    const wanted = foldText(text);
    const found = [...this.#nodes.values()].filter(({ unit }) => foldText(unit.name).includes(wanted));
    return found.toSorted((a, b) => compareNames(a.unit.name, b.unit.name));
  }
}

/** @param {Element} within */
const unitOf = (within) => within.closest('[role="treeitem"]')?.getAttribute('data-unit');
