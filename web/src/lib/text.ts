import { pluralForm } from './time';

type Values = Record<string, string | number>;

type Stem<Key> = Key extends `${infer Base}_one` ? Base : Key extends `${string}_other` ? never : Key;

/** The keys one may ask for: those of the catalogue, with the plural forms folded into their stem. */
export type TextKey<Catalogue> = Stem<keyof Catalogue & string>;

export type Translate<Catalogue> = (key: TextKey<Catalogue>, values?: Values) => string;

/**
 * Gives the texts of a catalogue. `{name}` stands for a value; where the catalogue has `key_one` and `key_other`, the
 * value called `count` chooses.
 */
export function translator<Catalogue extends Record<string, string>>(
  catalogue: Catalogue,
): Translate<Catalogue> {
  return (key, values = {}) => {
    const { count } = values;
    const text =
      catalogue[key] ?? catalogue[`${key}_${pluralForm(Number(count))}`] ?? catalogue[`${key}_other`] ?? key;
    const said = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
    // A value such as “9:00 a.m.” brings a full stop of its own.
    return said.replace(/\.\.$/, '.').replaceAll('.. ', '. ');
  };
}
