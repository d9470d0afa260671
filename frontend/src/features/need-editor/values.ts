import type { ContractType, DeliveryModel, NeedContent } from '@/graphql-types';
import { parseMoney, moneyToType } from '@/i18n/money';
import { toDayAndTime, toInstant, type DayAndTime } from '@/i18n/vietnamTime';
import { briefOf, briefValuesOf, emptyIndicator, type BriefValues } from '@/features/well-formed';
import type { NeedDraftFragment, NeedTemplateQuery } from './need-editor.gql';

interface Texts {
  vi: string;
  en: string;
}

/** What stands in the fields; names are the paths of the input, so that the server's problems lead to them. */
export interface NeedValues {
  content: {
    title: Texts;
    summary: Texts;
    description: Texts;
    placeId: string | null;
    domains: string[];
    /** As typed: "5 tỷ". */
    budget: { min: string; max: string };
    contractType: ContractType | '';
    deliveryModel: DeliveryModel | '';
    maturityTarget: '' | '1' | '2' | '3';
    closesAt: DayAndTime;
    brief: BriefValues;
  };
}

const endOfWork = '17:00';
const texts = (value?: { vi: string | null; en: string | null }): Texts => ({ vi: value?.vi ?? '', en: value?.en ?? '' });

export function valuesOf(need: NeedDraftFragment | null): NeedValues {
  return {
    content: {
      title: texts(need?.title),
      summary: texts(need?.summary),
      description: texts(need?.description),
      placeId: need?.place?.id ?? null,
      domains: need?.domains.map(({ code }) => code) ?? [],
      budget: { min: moneyToType(need?.budget?.min), max: moneyToType(need?.budget?.max) },
      contractType: need?.contractType ?? '',
      deliveryModel: need?.deliveryModel ?? '',
      maturityTarget: need?.maturityTarget ? (String(need.maturityTarget) as '1' | '2' | '3') : '',
      closesAt: toDayAndTime(need?.closesAt, endOfWork),
      brief: briefValuesOf(need?.brief),
    },
  };
}

const toText = ({ vi, en }: Texts) => ({ vi: vi.trim().normalize('NFC') || null, en: en.trim().normalize('NFC') || null });

export function contentOf({ content }: NeedValues): NeedContent {
  return {
    title: toText(content.title),
    summary: toText(content.summary),
    description: toText(content.description),
    placeId: content.placeId || null,
    domains: content.domains,
    budget: { min: parseMoney(content.budget.min) ?? null, max: parseMoney(content.budget.max) ?? null },
    contractType: content.contractType || null,
    deliveryModel: content.deliveryModel || null,
    maturityTarget: content.maturityTarget ? Number(content.maturityTarget) : null,
    closesAt: toInstant(content.closesAt),
    brief: briefOf(content.brief),
  };
}

type Template = NonNullable<NeedTemplateQuery['needTemplate']>;

/** What a template puts into the fields: only where nothing stands yet. */
export function filledFrom({ title, summary, domains, brief }: NeedValues['content'], template: Template, pick: (text: Template['title']) => string) {
  const kept = (now: Texts, then: Texts) => (now.vi.trim() || now.en.trim() ? now : { vi: then.vi, en: then.en });
  const indicators = template.indicators.map(({ name, unit }) => ({ ...emptyIndicator, name: pick(name), unit: pick(unit) }));
  return {
    title: kept(title, template.title),
    summary: kept(summary, template.summary),
    domains: domains.includes(template.domain) ? domains : [...domains, template.domain],
    proposalContent: kept(brief.proposalContent, template.proposalContent),
    indicators: brief.indicators.length > 0 ? brief.indicators : indicators,
  };
}
