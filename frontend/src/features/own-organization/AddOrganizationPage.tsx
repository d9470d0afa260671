import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm, useWatch, type FieldErrors } from 'react-hook-form';
import { useMutation } from 'urql';
import { hasCode } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { ExistingOrganization, NewOrganization, blank, newOrganizationInput, type Registration } from '@/features/registration';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import type { SummaryItem } from '@/ui/ErrorSummary';
import { Option, OptionGroup } from '@/ui/Field';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel } from '@/ui/Panel';
import styles from './Own.module.css';
import { AskToJoinDocument, CreateOrganizationDocument } from './own-organization.gql';

function remarks(errors: FieldErrors<Registration>): SummaryItem[] {
  const { newOrganization: organization } = errors;
  const found: [string, { message?: string | undefined } | undefined][] = [
    ['organizationId', errors.organizationId],
    ['newOrganization.kind', organization?.kind],
    ['newOrganization.legalName.vi', organization?.legalName?.vi],
  ];
  return found.flatMap(([field, error]) => (error?.message ? [{ field, message: error.message }] : []));
}

/** The same questions as at registration, for somebody who has an account. */
export function AddOrganizationPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const outcome = useOutcome();
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [similar, setSimilar] = useState(false);
  const [asking, ask] = useMutation(AskToJoinDocument);
  const [creating, create] = useMutation(CreateOrganizationDocument);
  const form = useForm<Registration>({ defaultValues: blank(''), shouldFocusError: false });
  const membership = useWatch({ control: form.control, name: 'membership' });

  const submit = form.handleSubmit(
    async (values) => {
      outcome.clear();
      if (values.membership === 'existing') {
        const { error } = await ask({ input: { organizationId: values.organizationId } });
        if (error) return outcome.refuse(error);
        announce(t`Đã gửi yêu cầu tham gia`);
        return navigate({ to: '/to-chuc-cua-toi' });
      }
      const newOrganization = newOrganizationInput(values.newOrganization);
      if (!newOrganization) return;
      const { data, error } = await create({ input: { clientKey, newOrganization } });
      if (data) {
        announce(t`Đã khai tổ chức`);
        return navigate({ to: '/to-chuc-cua-toi/$id', params: { id: data.createOrganization.organization.id } });
      }
      if (error) {
        if (hasCode(error, 'NAME_SIMILAR')) setSimilar(true);
        // What is sent next is another request.
        if (error.graphQLErrors.length > 0) setClientKey(crypto.randomUUID());
        outcome.refuse(error);
      }
    },
    (errors) => outcome.remark(...remarks(errors)),
  );
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Thêm tổ chức`}>
          <Trans>Thêm tổ chức</Trans>
        </PageHeading>
        <Lead>
          <Trans>Xin tham gia tổ chức đã có trên i-Forum, hoặc khai tổ chức chưa có. Ai khai thì là chủ quản.</Trans>
        </Lead>
      </PageHead>
      <FormProvider {...form}>
        <form className={styles['form']} onSubmit={submit} noValidate>
          <OutcomeNotice outcome={outcome} />
          <Panel>
            <OptionGroup id="membership" label={<Trans>Tổ chức đã có trên i-Forum chưa?</Trans>}>
              <Option type="radio" value="existing" {...form.register('membership')}>
                <Trans>Đã có: tôi xin tham gia</Trans>
              </Option>
              <Option type="radio" value="new" {...form.register('membership')}>
                <Trans>Chưa có: tôi khai mới</Trans>
              </Option>
            </OptionGroup>
            {membership === 'existing' ? (
              <ExistingOrganization error={outcome.messageOf('organizationId')} />
            ) : (
              <NewOrganization messageOf={outcome.messageOf} similar={similar} />
            )}
          </Panel>
          <div>
            <Button type="submit" tone="primary" busy={asking.fetching || creating.fetching}>
              {membership === 'existing' ? <Trans>Xin tham gia</Trans> : <Trans>Khai tổ chức</Trans>}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Page>
  );
}
