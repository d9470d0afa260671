import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { session } from '@/app/transport';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import styles from './Account.module.css';
import { CloseSection } from './CloseSection';
import { ConsentSection } from './ConsentSection';
import { DeviceSection } from './DeviceSection';
import { EmailSection } from './EmailSection';
import { ExportSection } from './ExportSection';
import { PasskeySection } from './PasskeySection';
import { PasswordSection } from './PasswordSection';
import { RecordsSection } from './RecordsSection';
import { RecoveryCodes } from './RecoveryCodes';
import { SecondFactorSection } from './SecondFactorSection';
import { TokenSection } from './TokenSection';
import { AccountDocument, type AccountQuery } from './account.gql';

/** How one proves who one is, where one is signed in, what one agreed to, and the way out. */
export function AccountPage() {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: AccountDocument, requestPolicy: 'cache-and-network' });
  // Held here, above what is drawn anew when rights come back with the second factor.
  const [codes, setCodes] = useState<string[]>([]);

  /** A second factor came or went: what the session may do follows, and fresh recovery codes want to be kept. */
  const onFactorChanged = (fresh: string[]) => {
    if (fresh.length > 0) {
      expectFocusOnHeading();
      setCodes(fresh);
    }
    void session.renew().catch(() => undefined);
  };
  if (codes.length > 0) {
    return (
      <RecoveryCodes
        codes={codes}
        onDone={() => {
          expectFocusOnHeading();
          setCodes([]);
        }}
      />
    );
  }
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Tài khoản và bảo mật`}>
          <Trans>Tài khoản và bảo mật</Trans>
        </PageHeading>
        <Lead>
          <Trans>
            Cách bạn đăng nhập, nơi bạn đang đăng nhập, và dữ liệu của bạn. Tên, ngôn ngữ và tổ chức ở trang <Link to="/ho-so">Hồ sơ</Link>.
          </Trans>
        </Lead>
      </PageHead>
      <div className={styles['layout']}>
        <Contents />
        <div className={styles['sections']}>
          <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['9rem', '9rem', '14rem', '14rem']} />}>
            {({ viewer, passkeysAvailable }) => viewer && <Sections viewer={viewer} passkeysAvailable={passkeysAvailable} onFactorChanged={onFactorChanged} />}
          </Answer>
        </div>
      </div>
    </Page>
  );
}

function Contents() {
  const { t } = useLingui();
  const places: [string, string][] = [
    ['dia-chi', t`Địa chỉ thư điện tử`],
    ['mat-khau', t`Mật khẩu`],
    ['buoc-hai', t`Bước xác thực thứ hai`],
    ['khoa-truy-cap', t`Khóa truy cập`],
    ['thiet-bi', t`Thiết bị đang đăng nhập`],
    ['chuong-trinh', t`Mã truy cập cho chương trình`],
    ['dong-y', t`Những điều bạn đồng ý`],
    ['nhat-ky', t`Nhật ký của bạn`],
    ['du-lieu', t`Dữ liệu của bạn`],
    ['dong-tai-khoan', t`Đóng tài khoản`],
  ];
  return (
    <nav className={`${styles['contents']} no-print`} aria-label={t`Trên trang này`}>
      <ul>
        {places.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SectionsProps {
  viewer: NonNullable<AccountQuery['viewer']>;
  passkeysAvailable: boolean;
  onFactorChanged: (codes: string[]) => void;
}

function Sections({ viewer, passkeysAvailable, onFactorChanged }: SectionsProps) {
  const { credentials } = viewer;
  useEffect(() => {
    // The address named a section before it was there.
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <>
      <EmailSection email={viewer.email} change={viewer.emailChange} />
      {credentials && (
        <>
          <PasswordSection email={viewer.email} credentials={credentials} />
          <SecondFactorSection credentials={credentials} onChanged={onFactorChanged} />
          <PasskeySection credentials={credentials} available={passkeysAvailable} onChanged={onFactorChanged} />
        </>
      )}
      <DeviceSection devices={viewer.sessions ?? []} />
      <TokenSection tokens={viewer.accessTokens ?? []} />
      <ConsentSection consents={viewer.consents} />
      <RecordsSection />
      <ExportSection />
      <CloseSection email={viewer.email} />
    </>
  );
}
