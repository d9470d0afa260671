import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { PlaceText } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { organizationKindLabels } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { FindOrganizationsDocument, type FindOrganizationsQuery } from './registration.gql';
import type { Registration } from './registration';
import styles from './Registration.module.css';

type Organizations = FindOrganizationsQuery['organizations']['nodes'];

const fewestLetters = 2;

/** Looks for an organisation by any part of its name, with or without marks, or by its tax code; the server does the folding. */
export function ExistingOrganization({ error }: { error: string | undefined }) {
  const { register } = useFormContext<Registration>();
  const [typed, name] = useWatch<Registration, ['search', 'organizationName']>({ name: ['search', 'organizationName'] });
  const query = useDeferredValue(typed.normalize('NFC').trim());
  const tooShort = query.length < fewestLetters;
  const [result, retry] = useQuery({ query: FindOrganizationsDocument, variables: { query }, pause: tooShort });
  return (
    <>
      <TextField
        {...register('search')}
        id="search"
        type="search"
        label={<Trans>Tìm tổ chức</Trans>}
        hint={<Trans>Gõ một phần tên, không dấu cũng được, hoặc mã số thuế. Ví dụ: hai phong</Trans>}
        // Enter looks for organisations; it must not send the form.
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && event.preventDefault()}
        autoComplete="off"
      />
      {name && (
        <p role="status">
          <Trans>
            Đã chọn: <strong>{name}</strong>
          </Trans>
        </p>
      )}
      {tooShort ? (
        <OptionGroup id="organizationId" label={<Trans>Tổ chức</Trans>} error={error}>
          <Unchosen />
        </OptionGroup>
      ) : (
        <Answer result={result} retry={retry}>
          {({ organizations }) => (
            <OptionGroup
              id="organizationId"
              label={<Trans>Tổ chức</Trans>}
              hint={<Trans>Người quản lý tài khoản của tổ chức sẽ chấp thuận bạn.</Trans>}
              error={error}
            >
              <Found organizations={organizations.nodes} />
            </OptionGroup>
          )}
        </Answer>
      )}
    </>
  );
}

function useOrganizationField() {
  const { t } = useLingui();
  const { register } = useFormContext<Registration>();
  // Without a result there is no radio button, and the form cannot see that the field has gone.
  return register('organizationId', {
    validate: (value, { membership }) => membership !== 'existing' || Boolean(value) || t`Hãy tìm và chọn tổ chức của bạn`,
  });
}

function Unchosen() {
  useOrganizationField();
  return (
    <p>
      <Trans>Kết quả tìm sẽ hiện ở đây.</Trans>
    </p>
  );
}

function Found({ organizations }: { organizations: Organizations }) {
  const { i18n } = useLingui();
  const { setValue } = useFormContext<Registration>();
  const field = useOrganizationField();
  if (organizations.length === 0) {
    return (
      <p>
        <Trans>Không tìm thấy. Hãy thử từ khác, hoặc chọn “Chưa có: tôi khai mới”.</Trans>
      </p>
    );
  }
  return (
    <div className={styles['found']}>
      {organizations.map((organization) => (
        <Option
          key={organization.id}
          type="radio"
          value={organization.id}
          {...field}
          onChange={(event) => {
            setValue('organizationName', localized(organization.legalName).text);
            return field.onChange(event);
          }}
        >
          <BilingualText value={organization.legalName} />
          <span className={styles['kind']}>
            {i18n._(organizationKindLabels[organization.kind])}
            {organization.place && (
              <>
                {' · '}
                <PlaceText place={organization.place} />
              </>
            )}
          </span>
        </Option>
      ))}
    </div>
  );
}
