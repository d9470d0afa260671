import { useLingui } from '@lingui/react/macro';
import { nameOf } from '@/i18n/bilingual';
import { Tag, TagList } from '@/ui/Tag';
import type { DomainNameFragment } from './catalogue.gql';

export function DomainTags({ domains }: { domains: DomainNameFragment[] }) {
  const { t } = useLingui();
  if (domains.length === 0) return null;
  return (
    <TagList label={t`Lĩnh vực`}>
      {domains.map((domain) => (
        <li key={domain.code}>
          <Tag>{nameOf(domain)}</Tag>
        </li>
      ))}
    </TagList>
  );
}
