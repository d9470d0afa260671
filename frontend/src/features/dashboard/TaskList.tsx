import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { localized } from '@/i18n/bilingual';
import { formatRelative } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { Icon, type IconName } from '@/ui/Icon';
import styles from './Dashboard.module.css';
import type { Task } from './tasks';

function words(task: Task): { icon: IconName; what: ReactNode; action: ReactNode } {
  const { id } = task;
  switch (task.kind) {
    case 'answerMatch':
      return {
        icon: 'mail',
        what: <Trans>Trả lời lời giới thiệu với {localized(task.with).text}</Trans>,
        action: (
          <LinkButton to="/ket-noi/$id" params={{ id }}>
            <Trans>Xem và trả lời</Trans>
          </LinkButton>
        ),
      };
    case 'openProposals':
      return {
        icon: 'lock',
        what: <Trans>Hết hạn tiếp nhận: mở các đề xuất cùng Liên minh</Trans>,
        action: (
          <LinkButton to="/co-quan/de-xuat/$needId" params={{ needId: id }}>
            <Trans context="action">Mở đề xuất</Trans>
          </LinkButton>
        ),
      };
    case 'startEvaluation':
    case 'decide':
      return {
        icon: 'eye',
        what: task.kind === 'decide' ? <Trans>Quyết định các đề xuất</Trans> : <Trans>Nhu cầu đã đóng: bắt đầu đánh giá</Trans>,
        action: (
          <LinkButton to="/co-quan/de-xuat/$needId" params={{ needId: id }}>
            <Trans>Xem đề xuất</Trans>
          </LinkButton>
        ),
      };
    case 'sentBack':
    case 'draft':
      return {
        icon: 'edit',
        what: task.kind === 'sentBack' ? <Trans>Nhu cầu bị trả lại: sửa và gửi lại</Trans> : <Trans>Soạn xong nhu cầu và gửi duyệt</Trans>,
        action: (
          <LinkButton to="/co-quan/nhu-cau/$id/soan" params={{ id }} search={{}}>
            <Trans>Soạn tiếp</Trans>
          </LinkButton>
        ),
      };
    case 'closingSoon':
      return {
        icon: 'clock',
        what: <Trans>Nhu cầu sắp đóng, đề xuất sẽ mở</Trans>,
        action: (
          <LinkButton to="/nhu-cau/$id" params={{ id }}>
            <Trans>Xem nhu cầu</Trans>
          </LinkButton>
        ),
      };
    case 'offerRejected':
    case 'offerDraft':
    case 'offerExpired':
      return {
        icon: task.kind === 'offerExpired' ? 'clock' : 'edit',
        what:
          task.kind === 'offerRejected' ? (
            <Trans>Giải pháp bị trả lại: sửa và gửi lại</Trans>
          ) : task.kind === 'offerExpired' ? (
            <Trans>Giải pháp đã hết hạn: xem lại và gửi</Trans>
          ) : (
            <Trans>Soạn xong giải pháp và gửi duyệt</Trans>
          ),
        action: (
          <LinkButton to="/giai-phap-cua-toi/$id/soan" params={{ id }} search={{}}>
            <Trans>Soạn tiếp</Trans>
          </LinkButton>
        ),
      };
    case 'proposalDraft':
      return {
        icon: 'flag',
        what: <Trans>Nộp đề xuất trước hạn</Trans>,
        action: (
          <LinkButton to="/de-xuat/$id/soan" params={{ id }}>
            <Trans>Soạn tiếp</Trans>
          </LinkButton>
        ),
      };
  }
}

export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className={styles['tasks']} role="list">
      {tasks.map((task) => {
        const { icon, what, action } = words(task);
        return (
          <li key={`${task.kind} ${task.id}`}>
            <div>
              <span className={styles['what']}>
                <Icon name={icon} />
                <span>{what}</span>
              </span>
              <span>
                <BilingualText value={task.title} empty={<Trans>(chưa đặt tên)</Trans>} />
                {task.at && ` · ${formatRelative(task.at)}`}
              </span>
            </div>
            {action}
          </li>
        );
      })}
    </ul>
  );
}
