import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { CopyButton } from '@/features/credentials';
import { Section } from '@/ui/Page';
import { Panel, Soft } from '@/ui/Panel';
import styles from './Outbox.module.css';
import { fetchCodes, type StaffCode } from './development';

const everyMs = 3000;

/** Nobody has scanned the authenticator apps of the planted staff: their present codes are here. */
export function Codes() {
  const { t } = useLingui();
  const [codes, setCodes] = useState<StaffCode[]>([]);
  useEffect(() => {
    let wanted = true;
    const look = () => void fetchCodes().then((found) => wanted && found && setCodes(found));
    look();
    const timer = setInterval(() => document.hidden || look(), everyMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, []);
  if (codes.length === 0) return null;
  return (
    <Panel>
      <Section title={<Trans>Mã xác thực của người Liên minh</Trans>}>
        <Soft>
          <Trans>Người của Liên minh đăng nhập bằng hai bước. Đây là mã mà ứng dụng xác thực của từng người đang hiện; mã đổi mỗi 30 giây và dùng được một lần.</Trans>
        </Soft>
        <ul className={styles['codes']} role="list" aria-label={t`Mã xác thực của người Liên minh`}>
          {codes.map(({ email, name, code }) => (
            <li key={email}>
              <span>
                {name}
                <small>{email}</small>
              </span>
              <strong className="numeric">{code}</strong>
              <CopyButton text={code} of={email} />
            </li>
          ))}
        </ul>
      </Section>
    </Panel>
  );
}
