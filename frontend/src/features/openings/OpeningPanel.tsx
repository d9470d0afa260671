import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Panel, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { OpenProposalsDocument, type OpeningShownFragment } from './openings.gql';

interface Props {
  needId: string;
  opening: OpeningShownFragment;
  onOpened: () => void;
}

function Side({ opener }: { opener: OpeningShownFragment['owner'] }) {
  if (!opener) return <Trans>Chưa mở</Trans>;
  return (
    <>
      <Icon name="check" /> <Trans>Đã mở: {opener.name}, {formatDateTime(opener.at)}</Trans>
    </>
  );
}

/** Who of the two sides has opened, and the way to do it for one's own. */
export function OpeningPanel({ needId, opening, onOpened }: Props) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, open] = useMutation(OpenProposalsDocument);
  const last = opening.owner !== null || opening.alliance !== null;
  return (
    <Panel>
      <h2>
        <Trans>Mở đề xuất</Trans>
      </h2>
      <p>
        <Trans>Nhu cầu đã hết hạn tiếp nhận; các đề xuất còn niêm phong. Đề xuất chỉ mở khi cả hai phía cùng mở: một người của bên có nhu cầu và một người của Liên minh.</Trans>
      </p>
      <SummaryList>
        <Fact name={<Trans>Bên có nhu cầu</Trans>}>
          <Side opener={opening.owner} />
        </Fact>
        <Fact name={<Trans>Liên minh</Trans>}>
          <Side opener={opening.alliance} />
        </Fact>
      </SummaryList>
      {opening.viewerMayOpen ? (
        <Row>
          <Button tone="primary" onClick={() => setAsking(true)}>
            <Icon name="lock" />
            <Trans context="action">Mở các đề xuất</Trans>
          </Button>
        </Row>
      ) : (
        <p>
          <Trans>Phía còn lại được nhắc qua thư điện tử, và nhắc lại sau mỗi hai ngày làm việc.</Trans>
        </p>
      )}
      <ReasonDialog
        open={asking}
        title={<Trans>Mở các đề xuất?</Trans>}
        action={<Trans context="action">Mở đề xuất</Trans>}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const { data, error } = await open({ input: { needId } });
          if (error) return describe(appError(error), i18n);
          announce(data?.openProposals.opening.completedAt ? t`Đã mở tất cả đề xuất` : t`Đã ghi nhận phía của bạn`);
          setAsking(false);
          onOpened();
          return null;
        }}
      >
        <p>
          {last ? (
            <Trans>Phía bên kia đã mở. Khi bạn mở, tất cả đề xuất mở cùng lúc cho bên có nhu cầu và không niêm phong lại được.</Trans>
          ) : (
            <Trans>Phía của bạn được ghi nhận là đã mở. Nội dung chỉ đọc được sau khi phía bên kia cũng mở.</Trans>
          )}
        </p>
        <p>
          <Trans>Biên bản mở đề xuất được công khai: số đề xuất, tên bên nộp, mã biên nhận, thời điểm, vai trò của hai người mở.</Trans>
        </p>
      </ReasonDialog>
    </Panel>
  );
}
