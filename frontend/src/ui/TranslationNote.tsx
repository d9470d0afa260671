import { Trans } from '@lingui/react/macro';
import type { Localized } from '@/i18n/bilingual';
import { Tag } from './Tag';

/** Says that a text is in the other language, or that a machine wrote it. Nothing when all is well. */
export function TranslationNote({ of: text }: { of: Localized }) {
  if (text.lang) {
    return (
      <Tag icon="globe">{text.lang === 'en' ? <Trans>Chỉ có bản tiếng Anh</Trans> : <Trans>Chỉ có bản tiếng Việt</Trans>}</Tag>
    );
  }
  if (text.state === 'MACHINE') {
    return (
      <Tag icon="globe">
        <Trans>Bản dịch máy</Trans>
      </Tag>
    );
  }
  if (text.state === 'OUTDATED') {
    return (
      <Tag icon="globe">
        <Trans>Bản dịch chưa theo kịp bản gốc</Trans>
      </Tag>
    );
  }
  return null;
}
