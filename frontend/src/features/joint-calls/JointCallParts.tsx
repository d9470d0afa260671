import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { JointCallAnswer } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { jointCallAnswerLabels } from '@/i18n/workLabels';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import type { IconName } from '@/ui/Icon';
import { Panel, Row, Soft } from '@/ui/Panel';
import { Tag, type Tone } from '@/ui/Tag';
import type { Asked, Call, Part } from './JointCallPage';

const looks: Record<JointCallAnswer, { tone: Tone; icon: IconName }> = {
  WAITING: { tone: 'warning', icon: 'clock' },
  CONSENTED: { tone: 'positive', icon: 'check' },
  DECLINED: { tone: 'danger', icon: 'cross' },
  LEFT: { tone: 'neutral', icon: 'arrow' },
};

/** Each owner's need, and what she said as far as the reader may know it. */
export function JointCallParts({ call, onAsk }: { call: Call; onAsk: (asked: Asked) => void }) {
  return call.parts.map((part) => <OnePart key={part.need.id} part={part} onAsk={onAsk} />);
}

function OnePart({ part, onAsk }: { part: Part; onAsk: (asked: Asked) => void }) {
  const { i18n } = useLingui();
  const title = localized(part.need.title);
  const given = part.answer === 'CONSENTED';
  return (
    <Panel>
      <Row spread>
        <h3>
          {title.text ? (
            <Link to="/nhu-cau/$id" params={{ id: part.need.id }}>
              <BilingualText value={part.need.title} />
            </Link>
          ) : (
            <Trans>Nhu cầu không hiển thị với bạn</Trans>
          )}
        </h3>
        {part.answer && <Tag {...looks[part.answer]}>{i18n._(jointCallAnswerLabels[part.answer])}</Tag>}
      </Row>
      <p>
        <Link to="/to-chuc/$id" params={{ id: part.organization.id }}>
          <BilingualText value={part.organization.legalName} />
        </Link>
      </p>
      {part.need.closesAt && (
        <Soft>
          <Trans>Hạn tiếp nhận: {formatDateTime(part.need.closesAt)}</Trans>
        </Soft>
      )}
      {part.answeredAt && (
        <Soft>
          <Trans>Trả lời lúc {formatDateTime(part.answeredAt)}</Trans>
        </Soft>
      )}
      {part.reason && (
        <p>
          <Trans>Lý do: {part.reason}</Trans>
        </p>
      )}
      {part.viewerCan.length > 0 && (
        <Row>
          {part.viewerCan.includes('CONSENT') && (
            <Button tone="primary" onClick={() => onAsk({ what: 'consent', part })}>
              <Trans>
                Đồng ý<span className="visually-hidden">: {title.text}</span>
              </Trans>
            </Button>
          )}
          {part.viewerCan.includes('DECLINE') && (
            <Button tone="danger" onClick={() => onAsk({ what: given ? 'withdraw' : 'decline', part })}>
              {given ? (
                <Trans>
                  Rút đồng ý<span className="visually-hidden">: {title.text}</span>
                </Trans>
              ) : (
                <Trans>
                  Từ chối<span className="visually-hidden">: {title.text}</span>
                </Trans>
              )}
            </Button>
          )}
        </Row>
      )}
    </Panel>
  );
}
