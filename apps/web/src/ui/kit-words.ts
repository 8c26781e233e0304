import { t } from '../i18n/locale.js';

/**
 * What the kit of components says to those who hear the page. It knows no Vietnamese, and would say it in English. A part of the kit
 * that speaks and has no words here throws once it is used.
 */

interface Said {
  readonly optionText: string;
  readonly optionCount: number;
  readonly isSelected: boolean;
}

const chosen = ({ optionText }: Said): string => t('kit.chosen', { option: optionText });

const WORDS = {
  '@react-aria/combobox': {
    countAnnouncement: ({ optionCount }: Said) => t('kit.count', { count: optionCount }),
    focusAnnouncement: (said: Said) => (said.isSelected ? chosen(said) : said.optionText),
    selectedAnnouncement: chosen,
    buttonLabel: () => t('kit.options'),
    listboxLabel: () => t('kit.options'),
  },
  '@react-aria/menu': { longPressMessage: () => t('kit.press') },
  '@react-aria/overlays': { dismiss: () => t('page.close') },
};

/** Gives the kit its words; before any part of it is shown. They are those of the language of the page, whenever they are said. */
export function teachKit(): void {
  Object.assign(globalThis, {
    [Symbol.for('react-aria.i18n.locale')]: 'vi-VN',
    [Symbol.for('react-aria.i18n.strings')]: WORDS,
  });
}
