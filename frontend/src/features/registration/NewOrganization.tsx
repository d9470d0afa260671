import { Trans, useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { PlaceOptions, useCatalogue } from '@/features/catalogue';
import { organizationKindLabels, valuesOf } from '@/i18n/labels';
import { SelectField, TextField } from '@/ui/Field';
import type { Registration } from './registration';
import { SimilarName } from './SimilarName';

/** The alliance itself is not something one registers. */
const kinds = valuesOf(organizationKindLabels).filter((kind) => kind !== 'ALLIANCE');

interface Props {
  messageOf: (field: string) => string | undefined;
  /** The server found a name that looks like this one. */
  similar: boolean;
}

export function NewOrganization({ messageOf, similar }: Props) {
  const { t, i18n } = useLingui();
  const catalogue = useCatalogue();
  const { register } = useFormContext<Registration>();
  const eitherName = (value: string, { newOrganization: { legalName } }: Registration) =>
    value.trim() !== '' || legalName.en.trim() !== '' || t`Hãy nhập tên pháp lý bằng tiếng Việt hoặc tiếng Anh`;
  return (
    <>
      <SelectField
        id="newOrganization.kind"
        label={<Trans>Loại tổ chức</Trans>}
        error={messageOf('newOrganization.kind')}
        {...register('newOrganization.kind', { required: t`Hãy chọn loại tổ chức` })}
      >
        <option value="">{t`Chọn loại tổ chức`}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {i18n._(organizationKindLabels[kind])}
          </option>
        ))}
      </SelectField>
      <TextField
        id="newOrganization.legalName.vi"
        label={<Trans>Tên pháp lý bằng tiếng Việt</Trans>}
        hint={<Trans>Như trên giấy đăng ký hoặc quyết định thành lập.</Trans>}
        autoComplete="organization"
        error={messageOf('newOrganization.legalName.vi') ?? messageOf('newOrganization.legalName')}
        {...register('newOrganization.legalName.vi', { validate: eitherName })}
      />
      <TextField
        id="newOrganization.legalName.en"
        label={<Trans>Tên tiếng Anh</Trans>}
        optional
        lang="en"
        error={messageOf('newOrganization.legalName.en')}
        {...register('newOrganization.legalName.en')}
      />
      {similar && <SimilarName id="newOrganization.acknowledgeSimilarName" {...register('newOrganization.acknowledgeSimilarName')} />}
      <TextField
        id="newOrganization.taxCode"
        label={<Trans>Mã số thuế</Trans>}
        hint={<Trans>10 hoặc 13 chữ số. Cơ quan nhà nước có thể để trống.</Trans>}
        optional
        inputMode="numeric"
        error={messageOf('newOrganization.taxCode')}
        {...register('newOrganization.taxCode')}
      />
      <TextField
        id="newOrganization.establishmentCode"
        label={<Trans>Mã định danh cơ quan</Trans>}
        hint={<Trans>Cho cơ quan nhà nước. Ví dụ: H31.12</Trans>}
        optional
        autoComplete="off"
        error={messageOf('newOrganization.establishmentCode')}
        {...register('newOrganization.establishmentCode')}
      />
      <SelectField
        id="newOrganization.placeId"
        label={<Trans>Trụ sở</Trans>}
        optional
        error={messageOf('newOrganization.placeId')}
        {...register('newOrganization.placeId')}
      >
        <option value="">{t`Ngoài Việt Nam hoặc chưa rõ`}</option>
        <PlaceOptions of={catalogue} />
      </SelectField>
      <TextField
        id="newOrganization.website"
        type="url"
        label={<Trans>Trang web</Trans>}
        hint={<Trans>Ví dụ: https://congty.vn</Trans>}
        optional
        spellCheck={false}
        error={messageOf('newOrganization.website')}
        {...register('newOrganization.website')}
      />
    </>
  );
}
