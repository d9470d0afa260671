import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useClient, useMutation } from 'urql';
import { hasCode } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { Conflict, MessagesContext, type EditingChoices } from '@/features/editing';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Notice, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import styles from './Own.module.css';
import { OwnProfileDocument, UpdateOrganizationDocument, type OwnProfileFragment } from './own-organization.gql';
import { changesIdentity, contentOf, valuesOf, type ProfileValues } from './profile';
import { useProfileAnswers } from './profileAnswers';
import { ProfileFields } from './ProfileFields';

/** Whether a change of name, kind or code costs something. */
const bound = ({ verification }: OwnProfileFragment) => verification === 'VERIFIED';

export function ProfileEditor({ profile, choices }: { profile: OwnProfileFragment; choices: EditingChoices }) {
  const { t } = useLingui();
  const client = useClient();
  const outcome = useOutcome();
  const answersOf = useProfileAnswers(choices);
  // What was read, and what it was compared with: another's save does not change what is being typed.
  const [known, setKnown] = useState(profile);
  const [stale, setStale] = useState(false);
  const [similar, setSimilar] = useState(false);
  const [asking, setAsking] = useState<ProfileValues | null>(null);
  const [{ fetching }, update] = useMutation(UpdateOrganizationDocument);
  const form = useForm<ProfileValues>({ defaultValues: valuesOf(profile), shouldFocusError: false });
  const typed = useWatch({ control: form.control }) as ProfileValues;
  const losing = bound(known) && changesIdentity(valuesOf(known), typed);

  const save = async (values: ProfileValues) => {
    const { data, error } = await update({
      input: { organizationId: known.id, version: known.version, content: contentOf(values), acknowledgeSimilarName: (similar && values.acknowledgeSimilarName) || null },
    });
    if (data) {
      const fresh = data.updateOrganization.organization;
      const lost = bound(known) && !bound(fresh);
      setKnown(fresh);
      setSimilar(false);
      form.reset(valuesOf(fresh));
      if (fresh.standing === 'WAITING' && known.standing !== 'WAITING') outcome.succeed(t`Đã lưu hồ sơ. Tổ chức tạm ẩn đến khi Liên minh xem tên mới.`);
      else if (lost) outcome.succeed(t`Đã lưu hồ sơ. Dấu xác thực đã gỡ; Liên minh xem lại tổ chức.`);
      else outcome.succeed(t`Đã lưu hồ sơ tổ chức.`);
    } else if (hasCode(error, 'STALE_VERSION')) {
      outcome.clear();
      setStale(true);
    } else if (error) {
      if (hasCode(error, 'NAME_SIMILAR')) setSimilar(true);
      outcome.refuse(error);
    }
  };

  const submit = form.handleSubmit(async (values) => {
    outcome.clear();
    if (values.content.legalName.vi.trim() === '' && values.content.legalName.en.trim() === '') {
      return outcome.remark({ field: 'content.legalName.vi', message: t`Hãy nhập tên pháp lý bằng tiếng Việt hoặc tiếng Anh` });
    }
    if (bound(known) && changesIdentity(valuesOf(known), values)) return setAsking(values);
    await save(values);
  });

  if (stale) {
    return (
      <Conflict
        title={<Trans>Hồ sơ này vừa được sửa ở nơi khác</Trans>}
        mine={form.getValues()}
        load={async () => {
          const { data } = await client.query(OwnProfileDocument, { id: known.id }, { requestPolicy: 'network-only' }).toPromise();
          return data?.organization ? { version: data.organization.version, values: valuesOf(data.organization), profile: data.organization } : null;
        }}
        answersOf={answersOf}
        onKeepMine={(theirs) => {
          setKnown((theirs as typeof theirs & { profile: OwnProfileFragment }).profile);
          setStale(false);
          announce(t`Giữ bản của bạn; hãy bấm lưu lần nữa`);
        }}
        onTakeTheirs={(theirs) => {
          setKnown((theirs as typeof theirs & { profile: OwnProfileFragment }).profile);
          form.reset(theirs.values);
          setStale(false);
          announce(t`Đã lấy bản trên máy chủ`);
        }}
      />
    );
  }
  return (
    <FormProvider {...form}>
      <MessagesContext value={outcome.messageOf}>
        <form className={styles['form']} onSubmit={submit} noValidate>
          <OutcomeNotice outcome={outcome} />
          <ProfileFields
            profile={known}
            choices={choices}
            similar={similar}
            warning={
              losing && (
                <Notice tone="warning">
                  <p>
                    <Trans>Bạn đang đổi tên pháp lý, loại hoặc mã số. Lưu thì dấu “Đã xác thực” bị gỡ ngay và tổ chức trở lại hàng chờ xác thực.</Trans>
                  </p>
                </Notice>
              )
            }
          />
          <Row>
            <Button type="submit" tone="primary" busy={fetching}>
              {fetching ? <Trans>Đang lưu…</Trans> : <Trans>Lưu hồ sơ tổ chức</Trans>}
            </Button>
          </Row>
        </form>
      </MessagesContext>
      <ReasonDialog
        open={asking !== null}
        title={<Trans>Lưu và mất dấu xác thực?</Trans>}
        action={<Trans>Lưu, gỡ dấu xác thực</Trans>}
        tone="danger"
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const values = asking;
          setAsking(null);
          if (values) await save(values);
          return null;
        }}
      >
        <p>
          <Trans>
            Liên minh đã xác thực tổ chức theo tên pháp lý, loại và mã số đang lưu. Đổi một trong các mục đó thì dấu “Đã xác thực” bị gỡ ngay, tổ chức trở lại hàng chờ và các chủ quản nhận thư. Hãy gửi
            giấy tờ mới ở trang Xác thực để Liên minh xem nhanh hơn.
          </Trans>
        </p>
      </ReasonDialog>
    </FormProvider>
  );
}
