import { Trans } from '@lingui/react/macro';
import { use } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { MessagesContext, byRegion, type EditingChoices } from '@/features/editing';
import { nameOf } from '@/i18n/bilingual';
import { Option, OptionGroup } from '@/ui/Field';
import styles from './Offer.module.css';

/** The whole country, or some of the 34 units, region by region. */
export function CoverageField({ choices }: { choices: EditingChoices }) {
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  const where = useWatch({ name: 'content.where' }) as 'everywhere' | 'some';
  return (
    <>
      <OptionGroup id="content.coverage" label={<Trans>Địa bàn phục vụ</Trans>} error={messageOf('content.coverage')}>
        <Option type="radio" value="everywhere" {...register('content.where')}>
          <Trans>Cả nước</Trans>
        </Option>
        <Option type="radio" value="some" {...register('content.where')}>
          <Trans>Một số tỉnh, thành phố</Trans>
        </Option>
      </OptionGroup>
      <div className={styles['regions']} hidden={where !== 'some'}>
        {byRegion(choices.places).map(({ code, name, places }) => (
          <OptionGroup key={code} id={`region-${code}`} label={name} columns>
            {places.map((place) => (
              <Option key={place.id} type="checkbox" value={place.id} {...register('content.coverage')}>
                {nameOf(place)}
              </Option>
            ))}
          </OptionGroup>
        ))}
      </div>
    </>
  );
}
