import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { useMyOrganizations } from '@/app/membership';
import { useSession } from '@/app/SessionProvider';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Section, Stack } from '@/ui/Page';
import { Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { InterestDialog } from './InterestDialog';
import { WithdrawInterestDocument, type InterestShownFragment } from './interests.gql';

/** Who said in public that the need interests it, and the reader's own. `taking`: proposals are taken now. */
export function NeedInterests({ needId, taking, interests }: { needId: string; taking: boolean; interests: InterestShownFragment[] }) {
  const { viewer } = useSession();
  return viewer ? <ForMembers needId={needId} taking={taking} interests={interests} /> : <List interests={interests} />;
}

function ForMembers({ needId, taking, interests }: { needId: string; taking: boolean; interests: InterestShownFragment[] }) {
  const { t, i18n } = useLingui();
  const { postingOffers } = useMyOrganizations();
  const [saying, setSaying] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [, withdraw] = useMutation(WithdrawInterestDocument);
  const own = interests.find(({ viewerMayEdit }) => viewerMayEdit);
  const organization = own?.organization ?? postingOffers[0];
  if (interests.length === 0 && !organization) return null;
  return (
    <List interests={interests}>
      {organization && taking && (
        <div className="no-print">
          <Row>
            <Button onClick={() => setSaying(true)}>{own && !own.withdrawnAt ? <Trans>Sửa quan tâm của tổ chức</Trans> : <Trans>Bày tỏ quan tâm</Trans>}</Button>
            {own && !own.withdrawnAt && (
              <Button tone="quiet" onClick={() => setLeaving(true)}>
                <Trans>Rút quan tâm</Trans>
              </Button>
            )}
          </Row>
        </div>
      )}
      {organization && <InterestDialog open={saying} needId={needId} organizationId={organization.id} before={own} onClose={() => setSaying(false)} />}
      <ReasonDialog
        open={leaving}
        title={<Trans>Rút quan tâm?</Trans>}
        action={<Trans>Rút quan tâm</Trans>}
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          const { error } = await withdraw({ input: { interestId: own?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          announce(t`Đã rút quan tâm`);
          setLeaving(false);
          return null;
        }}
      >
        <p>
          <Trans>Tên tổ chức bạn không còn hiện ở đây. Bạn vẫn nộp được đề xuất, và bày tỏ lại bất cứ lúc nào trước hạn.</Trans>
        </p>
      </ReasonDialog>
    </List>
  );
}

function List({ interests, children }: { interests: InterestShownFragment[]; children?: React.ReactNode }) {
  const shown = interests.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <Section title={<Trans>Các bên quan tâm</Trans>}>
      <Stack>
        <Soft>
          <Trans>Bày tỏ quan tâm không phải là nộp đề xuất, và không cho biết ai sẽ nộp.</Trans>
        </Soft>
        {shown.map((interest) => (
          <Panel key={interest.id}>
            <Row spread>
              <Link to="/to-chuc/$id" params={{ id: interest.organization.id }}>
                <BilingualText value={interest.organization.legalName} />
              </Link>
              <Row>
                {interest.seeksPartners && (
                  <Tag tone="accent">
                    <Trans>Tìm đối tác</Trans>
                  </Tag>
                )}
                {!interest.isPublic && (
                  <Tag>
                    <Trans>Chỉ tổ chức bạn thấy</Trans>
                  </Tag>
                )}
              </Row>
            </Row>
            {interest.note && <p>{interest.note}</p>}
          </Panel>
        ))}
        {children}
      </Stack>
    </Section>
  );
}
