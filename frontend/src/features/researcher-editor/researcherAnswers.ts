import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Answer, EditingChoices } from '@/features/editing';
import { localized, nameOf } from '@/i18n/bilingual';
import { formatList } from '@/i18n/format';
import { languageName } from '@/i18n/languages';
import type { OwnResearcherQuery } from './researcher-editor.gql';
import type { ResearcherValues } from './values';

/** Everything that the form holds, in words, so that two versions can be compared. */
export function useResearcherAnswers(viewer: NonNullable<OwnResearcherQuery['viewer']>, choices: EditingChoices): (values: ResearcherValues) => Answer[] {
  const { _ } = useLingui();
  return ({ content }) => {
    const organization = viewer.memberships.find((membership) => membership.organization.id === content.organizationId)?.organization;
    const domains = choices.domains.filter(({ code }) => content.domains.includes(code)).map((domain) => nameOf(domain));
    const ready = [...(content.evaluator ? [_(msg`Đánh giá độc lập`)] : []), ...(content.consortiumPartner ? [_(msg`Vào liên danh`)] : [])];
    const rows: [string, string, string | null][] = [
      ['headline.vi', _(msg`Chuyên môn (tiếng Việt)`), content.headline.vi],
      ['headline.en', _(msg`Chuyên môn (tiếng Anh)`), content.headline.en],
      ['biography.vi', _(msg`Giới thiệu (tiếng Việt)`), content.biography.vi],
      ['biography.en', _(msg`Giới thiệu (tiếng Anh)`), content.biography.en],
      ['affiliation', _(msg`Nơi công tác`), organization ? localized(organization.legalName).text : content.affiliation],
      ['orcid', 'ORCID', content.orcid],
      ['domains', _(msg`Lĩnh vực`), formatList(domains)],
      ['keywords', _(msg`Từ khóa`), content.keywords],
      ['languages', _(msg`Ngôn ngữ làm việc`), formatList(content.languages.map((code) => languageName(code)))],
      ['evaluator', _(msg`Nhận lời`), formatList(ready)],
      ['publications', _(msg`Công bố`), content.publications.map(({ title, year }) => `${title} (${year})`).join('\n')],
      ['interests', _(msg`Lợi ích có thể xung đột`), content.interests],
    ];
    return rows.map(([field, label, value]) => ({ step: '', field: `content.${field}`, label, value: value?.trim() || null }));
  };
}
