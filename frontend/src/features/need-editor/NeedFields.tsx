import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { use } from 'react';
import { useFormContext } from 'react-hook-form';
import { BilingualFields, DeadlineField, DomainField, EditorStep, MessagesContext, MoneyRangeFields, PlaceField, type EditingChoices } from '@/features/editing';
import { contractTypeLabels, deliveryModelLabels, maturityLevelLabels, valuesOf } from '@/i18n/labels';
import { BriefFields } from '@/features/well-formed';
import { SelectField } from '@/ui/Field';
import type { NeedDraftFragment } from './need-editor.gql';
import { TemplateField } from './TemplateField';
import { stepTitles } from './useNeedForm';

export function NeedFields({ choices, stored }: { choices: EditingChoices; stored: NeedDraftFragment | null }) {
  const { i18n, t } = useLingui();
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  const none = (
    <option value="">{t`Chưa chọn`}</option>
  );
  return (
    <>
      <EditorStep id="phan-problem" title={i18n._(stepTitles.problem)}>
        {!stored?.title.vi && !stored?.title.en && <TemplateField domains={choices.domains} />}
        <BilingualFields
          name="content.title"
          size="short"
          required
          states={stored?.title}
          label={<Trans>Tên nhu cầu</Trans>}
          hint={<Trans>Nêu kết quả cần đạt, không phải sản phẩm cần mua. Ví dụ: «Giảm ngập ở 12 tuyến phố trung tâm trước mùa mưa 2027».</Trans>}
        />
        <BilingualFields
          name="content.summary"
          size="medium"
          required
          states={stored?.summary}
          label={<Trans>Tóm tắt</Trans>}
          hint={<Trans>Ai đang gặp khó, ở đâu, mức độ nào, và thế nào là thành công. Ba đến năm câu.</Trans>}
        />
      </EditorStep>
      <EditorStep id="phan-details" title={i18n._(stepTitles.details)}>
        <BilingualFields
          name="content.description"
          size="long"
          states={stored?.description}
          label={<Trans>Mô tả</Trans>}
          hint={<Trans>Hiện trạng, dữ liệu và hạ tầng sẵn có, chỉ số đo kết quả, ràng buộc. Không ghi dữ liệu cá nhân.</Trans>}
        />
      </EditorStep>
      <EditorStep id="phan-scope" title={i18n._(stepTitles.scope)}>
        <PlaceField
          name="content.placeId"
          places={choices.places}
          label={<Trans>Tỉnh, thành phố thực hiện</Trans>}
          hint={<Trans>Gõ không dấu cũng được; tên cũ trước 1/7/2025 sẽ dẫn đến đơn vị hiện nay.</Trans>}
        />
        <DomainField
          name="content.domains"
          domains={choices.domains}
          hint={<Trans>Chọn một đến ba lĩnh vực chính. Hệ thống dùng các lĩnh vực này để tìm giải pháp phù hợp.</Trans>}
        />
      </EditorStep>
      <EditorStep id="phan-money" title={i18n._(stepTitles.money)}>
        <MoneyRangeFields
          name="content.budget"
          label={<Trans>Kinh phí dự kiến</Trans>}
          hint={<Trans>Viết như 5 tỷ, 1 tỷ 250 triệu hoặc 750.000.000. Có thể chỉ điền một đầu.</Trans>}
        />
        <SelectField id="content.deliveryModel" optional label={<Trans>Hình thức thực hiện</Trans>} error={messageOf('content.deliveryModel')} {...register('content.deliveryModel')}>
          {none}
          {valuesOf(deliveryModelLabels).map((value) => (
            <option key={value} value={value}>
              {i18n._(deliveryModelLabels[value])}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="content.contractType"
          optional
          label={<Trans>Loại hợp đồng PPP</Trans>}
          hint={
            <>
              <Trans>Chỉ khi thực hiện theo phương thức đối tác công tư.</Trans>{' '}
              <Link to="/tu-van-lo-trinh" target="_blank">
                <Trans>Chưa rõ đi đường nào: xem tư vấn lộ trình</Trans>
              </Link>
            </>
          }
          error={messageOf('content.contractType')}
          {...register('content.contractType')}
        >
          {none}
          {valuesOf(contractTypeLabels).map((value) => (
            <option key={value} value={value}>
              {i18n._(contractTypeLabels[value])}
            </option>
          ))}
        </SelectField>
      </EditorStep>
      <EditorStep id="phan-time" title={i18n._(stepTitles.time)}>
        <SelectField
          id="content.maturityTarget"
          optional
          label={<Trans>Mức trưởng thành hướng tới</Trans>}
          hint={<Trans>Theo Thông tư 03/2026/TT-BXD về đô thị thông minh.</Trans>}
          error={messageOf('content.maturityTarget')}
          {...register('content.maturityTarget')}
        >
          {none}
          {([1, 2, 3] as const).map((level) => (
            <option key={level} value={level}>
              {i18n._(maturityLevelLabels[level])}
            </option>
          ))}
        </SelectField>
        <DeadlineField name="content.closesAt" />
      </EditorStep>
      <EditorStep id="phan-brief" title={i18n._(stepTitles.brief)}>
        <BriefFields />
      </EditorStep>
    </>
  );
}
