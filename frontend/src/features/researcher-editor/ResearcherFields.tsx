import { Trans, useLingui } from '@lingui/react/macro';
import { use, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { BilingualFields, DomainField, MessagesContext, type EditingChoices } from '@/features/editing';
import { localized } from '@/i18n/bilingual';
import { languageCodes, languageName } from '@/i18n/languages';
import { Option, OptionGroup, SelectField, TextArea, TextField } from '@/ui/Field';
import { PublicationFields } from './PublicationFields';
import styles from './Researcher.module.css';
import type { OwnResearcherQuery } from './researcher-editor.gql';
import type { ResearcherValues } from './values';

interface Props {
  viewer: NonNullable<OwnResearcherQuery['viewer']>;
  choices: EditingChoices;
}

export function ResearcherFields({ viewer, choices }: Props) {
  const { t } = useLingui();
  const { register } = useFormContext<ResearcherValues>();
  const messageOf = use(MessagesContext);
  const organizationId = useWatch<ResearcherValues, 'content.organizationId'>({ name: 'content.organizationId' });
  const places = viewer.memberships.filter(({ status }) => status === 'ACTIVE').map(({ organization }) => organization);
  return (
    <>
      <section className={styles['part']} aria-labelledby="phan-chuyen-mon">
        <h2 id="phan-chuyen-mon">
          <Trans>Chuyên môn</Trans>
        </h2>
        <BilingualFields
          name="content.headline"
          size="short"
          required
          states={viewer.researcher?.headline}
          label={<Trans>Chuyên môn trong một dòng</Trans>}
          hint={<Trans>Ví dụ: Nước thải đô thị và kinh tế tuần hoàn. Tối đa 160 ký tự.</Trans>}
        />
        <DomainField name="content.domains" domains={choices.domains} hint={<Trans>Các lĩnh vực bạn thực sự am hiểu, nhiều nhất 12.</Trans>} />
        <TextArea
          id="content.keywords"
          optional
          label={<Trans>Từ khóa</Trans>}
          hint={<Trans>Mỗi dòng một từ khóa, bằng tiếng nào cũng được; nhiều nhất 30. Người khác tìm thấy bạn theo các từ này.</Trans>}
          error={messageOf('content.keywords')}
          {...register('content.keywords')}
        />
        <BilingualFields
          name="content.biography"
          size="medium"
          states={viewer.researcher?.biography}
          label={<Trans>Giới thiệu</Trans>}
          hint={<Trans>Đã nghiên cứu, tư vấn, làm gì. Không ghi số điện thoại, địa chỉ nhà.</Trans>}
        />
      </section>
      <section className={styles['part']} aria-labelledby="phan-cong-tac">
        <h2 id="phan-cong-tac">
          <Trans>Nơi công tác</Trans>
        </h2>
        <SelectField
          id="content.organizationId"
          optional
          label={<Trans>Tổ chức trên i-Forum</Trans>}
          hint={<Trans>Chỉ chọn được tổ chức mà bạn là thành viên.</Trans>}
          error={messageOf('content.organizationId')}
          {...register('content.organizationId')}
        >
          <option value="">{t`Nơi khác, hoặc độc lập`}</option>
          {places.map((organization) => (
            <option key={organization.id} value={organization.id}>
              {localized(organization.legalName).text}
            </option>
          ))}
        </SelectField>
        {!organizationId && (
          <TextField
            id="content.affiliation"
            optional
            autoComplete="organization"
            label={<Trans>Nơi công tác, tự ghi</Trans>}
            hint={<Trans>Ví dụ: Khoa Môi trường, Trường Đại học Bờ Kinh</Trans>}
            error={messageOf('content.affiliation')}
            {...register('content.affiliation')}
          />
        )}
        <TextField
          id="content.orcid"
          optional
          spellCheck={false}
          autoComplete="off"
          label="ORCID"
          hint={<Trans>16 chữ số, có hoặc không có gạch, hoặc cả địa chỉ. Ví dụ: 0000-0002-1825-0097</Trans>}
          error={messageOf('content.orcid')}
          {...register('content.orcid')}
        />
        <LanguageField />
      </section>
      <section className={styles['part']} aria-labelledby="phan-cong-bo">
        <h2 id="phan-cong-bo">
          <Trans>Công bố</Trans>
        </h2>
        <PublicationFields />
      </section>
      <section className={styles['part']} aria-labelledby="phan-nhan-loi">
        <h2 id="phan-nhan-loi">
          <Trans>Bạn nhận lời việc gì</Trans>
        </h2>
        <OptionGroup id="content.evaluator" optional label={<Trans>Có thể mời bạn</Trans>}>
          <Option type="checkbox" {...register('content.evaluator')}>
            <strong>
              <Trans>Đánh giá độc lập</Trans>
            </strong>
            <br />
            <Trans>Cho điểm đề xuất của người khác, không thuộc bên nào.</Trans>
          </Option>
          <Option type="checkbox" {...register('content.consortiumPartner')}>
            <strong>
              <Trans>Vào liên danh</Trans>
            </strong>
            <br />
            <Trans>Cùng doanh nghiệp hoặc viện làm một dự án.</Trans>
          </Option>
        </OptionGroup>
        <TextArea
          id="content.interests"
          optional
          label={<Trans>Lợi ích có thể xung đột</Trans>}
          hint={<Trans>Cổ phần, chức vụ, hợp đồng, người thân ở tổ chức có thể tham gia. Khai trước thì không ai phải hỏi sau. Chỉ người đã đăng nhập đọc được.</Trans>}
          error={messageOf('content.interests')}
          {...register('content.interests')}
        />
      </section>
    </>
  );
}

/** The two that nearly everybody has, then the rest, which are in nobody's way. */
function LanguageField() {
  const { register, getValues } = useFormContext<ResearcherValues>();
  const messageOf = use(MessagesContext);
  const [usual, others] = [languageCodes.slice(0, 2), languageCodes.slice(2)];
  const [unfolded] = useState(() => getValues('content.languages').some((code) => others.some((other) => other === code)));
  const option = (code: string) => (
    <Option key={code} type="checkbox" value={code} {...register('content.languages')}>
      {languageName(code)}
    </Option>
  );
  return (
    <OptionGroup id="content.languages" optional label={<Trans>Ngôn ngữ làm việc</Trans>} error={messageOf('content.languages')}>
      {usual.map(option)}
      <details className={styles['more']} open={unfolded}>
        <summary>
          <Trans>Ngôn ngữ khác</Trans>
        </summary>
        <div className={styles['languages']}>{others.map(option)}</div>
      </details>
    </OptionGroup>
  );
}
