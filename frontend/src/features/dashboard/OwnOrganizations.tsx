import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { MyOrganization } from '@/app/membership';
import { localized } from '@/i18n/bilingual';
import { LinkButton } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { VerificationTag } from '@/ui/StatusTag';
import styles from './Dashboard.module.css';

/** The way to the pages of one's organisations, and how the alliance sees each. */
export function OwnOrganizations({ organizations }: { organizations: MyOrganization[] }) {
  if (organizations.length === 0) return null;
  return (
    <Section title={<Trans>Tổ chức của bạn</Trans>}>
      <ul className={styles['tasks']} role="list">
        {organizations.map(({ id, legalName, verification }) => {
          const name = localized(legalName);
          return (
            <li key={id}>
              <div>
                <Link to="/to-chuc-cua-toi/$id" params={{ id }} lang={name.lang}>
                  {name.text}
                </Link>
                <br />
                <VerificationTag status={verification} />
              </div>
              <LinkButton to="/to-chuc-cua-toi/$id/thanh-vien" params={{ id }}>
                <Trans>
                  Thành viên<span className="visually-hidden"> của {name.text}</span>
                </Trans>
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
