import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { ConsentPurpose } from '@/graphql-types';
import { consentPurposeLabels } from '@/i18n/accountLabels';
import { formatDate, formatDateTime } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { announce } from '@/ui/Announcer';
import { Option } from '@/ui/Field';
import { Soft } from '@/ui/Panel';
import styles from './Account.module.css';
import { SetConsentDocument, type AccountConsentsFragment } from './account.gql';
import { AccountSection, OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

/** The date of the words below; the server records it with each consent. Change both together. */
export const wordingVersion = '2026-11-27';

/** What one agrees to, in plain words. */
const words: Record<ConsentPurpose, MessageDescriptor> = {
  WEEKLY_DIGEST: msg`Mỗi tuần một thư, tóm tắt nhu cầu và giải pháp mới trên i-Forum. Mỗi thư có nút thôi nhận.`,
  SEARCH_ALERTS: msg`Thư báo khi có tin mới khớp với tìm kiếm bạn đã lưu. Mỗi thư có nút thôi nhận.`,
  PUBLIC_PROFILE: msg`Hồ sơ chuyên gia của bạn (tên, chuyên môn, nơi công tác, công trình) hiện công khai trên i-Forum. Rút lại thì hồ sơ ẩn ngay.`,
};

/** Each purpose by itself, off until the reader agrees, withdrawn as easily as given. */
export function ConsentSection({ consents }: { consents: AccountConsentsFragment['consents'] }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [, set] = useMutation(SetConsentDocument);
  // A box answers the pointer at once; the server's word comes a moment later.
  const [pending, setPending] = useState<{ purpose: ConsentPurpose; given: boolean } | null>(null);

  const change = async (purpose: ConsentPurpose, given: boolean) => {
    if (pending) return;
    outcome.clear();
    setPending({ purpose, given });
    const { error } = await set({ input: { purpose, given } });
    setPending(null);
    if (error) outcome.refuse(error);
    else announce(given ? t`Đã ghi nhận bạn đồng ý` : t`Đã ghi nhận bạn rút lại`);
  };

  return (
    <AccountSection id="dong-y" title={<Trans>Những điều bạn đồng ý</Trans>}>
      <p>
        <Trans>Không điều nào bắt buộc. Thư về công việc của bạn trên i-Forum vẫn đến, dù bạn không đồng ý điều nào dưới đây.</Trans>
      </p>
      <OutcomeNotice outcome={outcome} />
      {valuesOf(consentPurposeLabels).map((purpose) => {
        const given = consents.find((consent) => consent.purpose === purpose);
        const checked = pending?.purpose === purpose ? pending.given : given !== undefined;
        return (
          <div key={purpose} className={styles['agreement']}>
            <Option type="checkbox" checked={checked} onChange={(event) => void change(purpose, event.target.checked)}>
              <strong>{i18n._(consentPurposeLabels[purpose])}</strong>
            </Option>
            <p>{i18n._(words[purpose])}</p>
            {given && (
              <p>
                <Trans>
                  Bạn đồng ý lúc {formatDateTime(given.givenAt)}, theo lời văn ngày {formatDate(given.wordingVersion)}.
                </Trans>
              </p>
            )}
          </div>
        );
      })}
      <Soft>
        <Trans>Lời văn hiện nay: ngày {formatDate(wordingVersion)}.</Trans>
      </Soft>
    </AccountSection>
  );
}
