import { Trans, useLingui } from '@lingui/react/macro';
import { use } from 'react';
import { useFormContext } from 'react-hook-form';
import { BilingualFields, DomainField, EditorStep, MessagesContext, MoneyRangeFields, type EditingChoices } from '@/features/editing';
import { contractTypeLabels, deliveryModelLabels, maturityLabels, valuesOf } from '@/i18n/labels';
import { Option, OptionGroup, SelectField } from '@/ui/Field';
import { CoverageField } from './CoverageField';
import { ReferenceFields } from './ReferenceFields';
import type { OfferDraftFragment } from './offer-editor.gql';
import { stepTitles } from './useOfferForm';

export function OfferFields({ choices, stored }: { choices: EditingChoices; stored: OfferDraftFragment | null }) {
  const { i18n, t } = useLingui();
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  return (
    <>
      <EditorStep id="phan-what" title={i18n._(stepTitles.what)}>
        <BilingualFields
          name="content.title"
          size="short"
          required
          states={stored?.title}
          label={<Trans>Tên giải pháp</Trans>}
          hint={<Trans>Nêu việc mà giải pháp làm được cho đô thị. Ví dụ: «Giám sát nước thải khu công nghiệp theo thời gian thực».</Trans>}
        />
        <BilingualFields
          name="content.summary"
          size="medium"
          required
          states={stored?.summary}
          label={<Trans>Tóm tắt</Trans>}
          hint={<Trans>Giải quyết việc gì, cho ai, kết quả đã đo được. Ba đến năm câu, không quảng cáo.</Trans>}
        />
      </EditorStep>
      <EditorStep id="phan-details" title={i18n._(stepTitles.details)}>
        <BilingualFields
          name="content.description"
          size="long"
          states={stored?.description}
          label={<Trans>Mô tả</Trans>}
          hint={<Trans>Phạm vi, cách triển khai, điều kiện cần, tiêu chuẩn, chứng chỉ. Không ghi dữ liệu cá nhân.</Trans>}
        />
      </EditorStep>
      <EditorStep id="phan-scope" title={i18n._(stepTitles.scope)}>
        <DomainField name="content.domains" domains={choices.domains} hint={<Trans>Chọn một đến ba lĩnh vực chính. Hệ thống dùng các lĩnh vực này để tìm nhu cầu phù hợp.</Trans>} />
        <CoverageField choices={choices} />
      </EditorStep>
      <EditorStep id="phan-money" title={i18n._(stepTitles.money)}>
        <MoneyRangeFields
          name="content.price"
          label={<Trans>Giá tham khảo</Trans>}
          hint={<Trans>Viết như 5 tỷ, 1 tỷ 250 triệu hoặc 750.000.000. Có thể chỉ điền một đầu.</Trans>}
        />
        <OptionGroup id="content.deliveryModels" optional columns label={<Trans>Hình thức thực hiện</Trans>} error={messageOf('content.deliveryModels')}>
          {valuesOf(deliveryModelLabels).map((value) => (
            <Option key={value} type="checkbox" value={value} {...register('content.deliveryModels')}>
              {i18n._(deliveryModelLabels[value])}
            </Option>
          ))}
        </OptionGroup>
        <OptionGroup id="content.contractTypes" optional columns label={<Trans>Loại hợp đồng PPP</Trans>} error={messageOf('content.contractTypes')}>
          {valuesOf(contractTypeLabels).map((value) => (
            <Option key={value} type="checkbox" value={value} {...register('content.contractTypes')}>
              {i18n._(contractTypeLabels[value])}
            </Option>
          ))}
        </OptionGroup>
      </EditorStep>
      <EditorStep id="phan-proof" title={i18n._(stepTitles.proof)}>
        <SelectField id="content.maturity" optional label={<Trans>Độ sẵn sàng</Trans>} error={messageOf('content.maturity')} {...register('content.maturity')}>
          <option value="">{t`Chưa chọn`}</option>
          {valuesOf(maturityLabels).map((value) => (
            <option key={value} value={value}>
              {i18n._(maturityLabels[value])}
            </option>
          ))}
        </SelectField>
        <ReferenceFields choices={choices} />
      </EditorStep>
    </>
  );
}
