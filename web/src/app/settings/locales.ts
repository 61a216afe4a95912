import { localeName } from '../../lib/time';

const COMMON =
  'ar-EG bn-BD cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA es-AR es-ES es-MX fi-FI fr-BE fr-CA fr-CH fr-FR he-IL hi-IN hu-HU id-ID it-IT ja-JP ko-KR nb-NO ne-NP nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-TW';

/** The ways to write dates and money to choose from, by name; `present` is among them whatever it is. */
export function localeChoices(present: string): { locale: string; name: string }[] {
  return [...new Set([...COMMON.split(' '), present])]
    .map((locale) => ({ locale, name: localeName(locale) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
