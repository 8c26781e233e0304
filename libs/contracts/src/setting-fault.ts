import { AppError, type Bilingual } from './errors.js';

/** Thrown at the start where a setting of the installation is missing or cannot be used. */
export class SettingFault extends AppError {
  override readonly code = 'setting.invalid';
  override readonly what: Bilingual;

  /** @param setting its name in the environment @param mend what to set it to */
  constructor(
    readonly setting: string,
    override readonly mend: Bilingual,
  ) {
    super(setting);
    this.what = {
      vi: `Thiết lập ${setting} thiếu hoặc không dùng được.`,
      en: `The setting ${setting} is missing or cannot be used.`,
    };
  }
}
