import { Trans, useLingui } from '@lingui/react/macro';
import { use } from 'react';
import { useFormContext } from 'react-hook-form';
import { nameOf } from '@/i18n/bilingual';
import { domainKindLabels, valuesOf } from '@/i18n/labels';
import { Option, OptionGroup } from '@/ui/Field';
import type { DomainChoice } from './choices';
import { MessagesContext } from './fields';
import styles from './Editor.module.css';

/** The ISO 37122 sections, then the cross-cutting tags. */
export function DomainField({ name, domains, hint }: { name: string; domains: DomainChoice[]; hint: React.ReactNode }) {
  const { i18n } = useLingui();
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  return (
    <OptionGroup id={name} label={<Trans>Lĩnh vực</Trans>} hint={hint} error={messageOf(name)}>
      {valuesOf(domainKindLabels).map((kind) => (
        // eslint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset within the fieldset would be read twice
        <div key={kind} role="group" aria-labelledby={`${name}-${kind}`} className={styles['group']}>
          <h3 id={`${name}-${kind}`}>{i18n._(domainKindLabels[kind])}</h3>
          <div className={styles['sideBySide']}>
            {domains
              .filter((domain) => domain.kind === kind)
              .map((domain) => (
                <Option key={domain.code} type="checkbox" value={domain.code} {...register(name)}>
                  {nameOf(domain)}
                </Option>
              ))}
          </div>
        </div>
      ))}
    </OptionGroup>
  );
}
