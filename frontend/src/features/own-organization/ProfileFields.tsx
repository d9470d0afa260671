import { Trans, useLingui } from '@lingui/react/macro';
import { use, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { BilingualFields, DomainField, MessagesContext, PlaceField, type EditingChoices } from '@/features/editing';
import { SimilarName } from '@/features/registration';
import { organizationKindLabels, valuesOf } from '@/i18n/labels';
import { SelectField, TextField } from '@/ui/Field';
import styles from './Own.module.css';
import type { OwnProfileFragment } from './own-organization.gql';
import type { ProfileValues } from './profile';

interface Props {
  profile: OwnProfileFragment;
  choices: EditingChoices;
  /** The name looks like another's, the server says. */
  similar: boolean;
  /** What saving would cost. */
  warning: ReactNode;
}

export function ProfileFields({ profile, choices, similar, warning }: Props) {
  const { i18n } = useLingui();
  const { register } = useFormContext<ProfileValues>();
  const messageOf = use(MessagesContext);
  // The alliance itself is not something one becomes.
  const kinds = valuesOf(organizationKindLabels).filter((kind) => kind !== 'ALLIANCE' || profile.kind === 'ALLIANCE');
  return (
    <>
      <section className={styles['part']} aria-labelledby="phan-phap-ly">
        <h2 id="phan-phap-ly">
          <Trans>Căn cứ xác thực</Trans>
        </h2>
        {warning}
        <SelectField id="content.kind" label={<Trans>Loại tổ chức</Trans>} error={messageOf('content.kind')} {...register('content.kind')}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {i18n._(organizationKindLabels[kind])}
            </option>
          ))}
        </SelectField>
        <TextField
          id="content.legalName.vi"
          lang="vi"
          label={<Trans>Tên pháp lý bằng tiếng Việt</Trans>}
          hint={<Trans>Như trên giấy đăng ký hoặc quyết định thành lập.</Trans>}
          autoComplete="organization"
          error={messageOf('content.legalName.vi') ?? messageOf('content.legalName')}
          {...register('content.legalName.vi')}
        />
        <TextField id="content.legalName.en" lang="en" optional label={<Trans>Tên tiếng Anh</Trans>} error={messageOf('content.legalName.en')} {...register('content.legalName.en')} />
        {similar && <SimilarName id="acknowledgeSimilarName" {...register('acknowledgeSimilarName')} />}
        <TextField
          id="content.taxCode"
          optional
          inputMode="numeric"
          label={<Trans>Mã số thuế</Trans>}
          hint={<Trans>10 chữ số; đơn vị phụ thuộc thêm dấu gạch và 3 chữ số.</Trans>}
          error={messageOf('content.taxCode')}
          {...register('content.taxCode')}
        />
        <TextField
          id="content.establishmentCode"
          optional
          autoComplete="off"
          label={<Trans>Mã định danh cơ quan</Trans>}
          hint={<Trans>Cho cơ quan nhà nước. Ví dụ: H31.12</Trans>}
          error={messageOf('content.establishmentCode')}
          {...register('content.establishmentCode')}
        />
      </section>
      <section className={styles['part']} aria-labelledby="phan-lien-he">
        <h2 id="phan-lien-he">
          <Trans>Trụ sở và liên hệ</Trans>
        </h2>
        <PlaceField
          name="content.placeId"
          places={choices.places}
          optional
          label={<Trans>Tỉnh, thành phố</Trans>}
          hint={<Trans>Gõ vài chữ, không dấu cũng được; tên tỉnh cũ dẫn đến tỉnh, thành phố hiện nay.</Trans>}
        />
        <TextField
          id="content.address"
          optional
          autoComplete="street-address"
          label={<Trans>Địa chỉ</Trans>}
          hint={<Trans>Số nhà, đường, xã hoặc phường. Mọi người đều thấy.</Trans>}
          error={messageOf('content.address')}
          {...register('content.address')}
        />
        <TextField
          id="content.website"
          type="url"
          optional
          spellCheck={false}
          label={<Trans>Trang web</Trans>}
          hint={<Trans>Ví dụ: https://congty.vn</Trans>}
          error={messageOf('content.website')}
          {...register('content.website')}
        />
      </section>
      <section className={styles['part']} aria-labelledby="phan-nang-luc">
        <h2 id="phan-nang-luc">
          <Trans>Tổ chức làm được gì</Trans>
        </h2>
        <BilingualFields
          name="content.summary"
          size="medium"
          states={profile.summary}
          label={<Trans>Giới thiệu</Trans>}
          hint={<Trans>Tổ chức làm gì, cho ai. Hai đến bốn câu, tối đa 600 ký tự.</Trans>}
        />
        <BilingualFields
          name="content.capabilities"
          size="medium"
          states={profile.capabilities}
          label={<Trans>Năng lực</Trans>}
          hint={<Trans>Đội ngũ, công nghệ, quy mô đã làm được. Việc cụ thể và chứng chỉ ghi ở trang riêng.</Trans>}
        />
        <DomainField name="content.domains" domains={choices.domains} hint={<Trans>Các lĩnh vực tổ chức thực sự làm, nhiều nhất 12.</Trans>} />
      </section>
    </>
  );
}
