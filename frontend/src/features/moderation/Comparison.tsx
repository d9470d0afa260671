import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fullNameOf, localized } from '@/i18n/bilingual';
import { formatDate, formatNumber } from '@/i18n/format';
import { organizationKindLabels, verificationLabels } from '@/i18n/labels';
import { TableBox } from '@/ui/Panel';
import styles from './Moderation.module.css';
import type { OrganizationComparedFragment } from './organizations.gql';

interface Props {
  from: OrganizationComparedFragment;
  into: OrganizationComparedFragment;
}

/** Two organisations beside each other; where they differ a word says so. */
export function Comparison({ from, into }: Props) {
  const { t, i18n } = useLingui();
  const rows: [ReactNode, (of: OrganizationComparedFragment) => string | null][] = [
    [<Trans key="vi">Tên pháp lý (tiếng Việt)</Trans>, (of) => of.legalName.vi],
    [<Trans key="en">Tên pháp lý (tiếng Anh)</Trans>, (of) => of.legalName.en],
    [<Trans key="kind">Loại tổ chức</Trans>, (of) => i18n._(organizationKindLabels[of.kind])],
    [<Trans key="tax">Mã số thuế</Trans>, (of) => of.taxCode],
    [<Trans key="code">Mã định danh cơ quan</Trans>, (of) => of.establishmentCode],
    [<Trans key="place">Trụ sở</Trans>, (of) => of.place && fullNameOf(of.place)],
    [<Trans key="web">Trang web</Trans>, (of) => of.website],
    [<Trans key="verification">Xác thực</Trans>, (of) => i18n._(verificationLabels[of.verification])],
    [<Trans key="since">Có mặt từ</Trans>, (of) => formatDate(of.createdAt)],
    [<Trans key="members">Người của tổ chức</Trans>, (of) => of.members && formatNumber(of.members.length)],
    [<Trans key="needs">Nhu cầu đã đăng</Trans>, (of) => formatNumber(of.needs.totalCount)],
    [<Trans key="offers">Giải pháp đã đăng</Trans>, (of) => formatNumber(of.offers.totalCount)],
  ];
  const column = (of: OrganizationComparedFragment) => {
    const name = localized(of.legalName);
    return (
      <Link to="/to-chuc/$id" params={{ id: of.id }} lang={name.lang}>
        {name.text}
      </Link>
    );
  };
  return (
    <TableBox label={t`So sánh hai tổ chức`}>
      <table className={styles['comparison']}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <small>
                <Trans>Nhập đi</Trans>
              </small>
              {column(from)}
            </th>
            <th scope="col">
              <small>
                <Trans>Ở lại</Trans>
              </small>
              {column(into)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of], index) => {
            const [one, other] = [of(from), of(into)];
            return (
              // oxlint-disable-next-line react/no-array-index-key -- the rows are always these
              <tr key={index} data-same={one === other || undefined}>
                <th scope="row">{name}</th>
                <td>{one ?? '–'}</td>
                <td>{other ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}
