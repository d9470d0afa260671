import { Trans } from '@lingui/react/macro';
import { use } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate, formatRelative, formatTime } from '@/i18n/format';
import { toInstant, type DayAndTime } from '@/i18n/vietnamTime';
import { TextField } from '@/ui/Field';
import { MessagesContext } from './fields';
import styles from './Editor.module.css';

/** Day and time in Vietnam; below, the same in words, because browsers write dates in their own way. */
export function DeadlineField({ name }: { name: string }) {
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  const instant = toInstant(useWatch({ name }) as DayAndTime);
  return (
    <fieldset className={styles['pair']}>
      <legend>
        <Trans>Hạn tiếp nhận đề xuất</Trans>
      </legend>
      <p className={styles['hint']}>
        <Trans>Nên để ít nhất 30 ngày. Đề xuất được niêm phong đến đúng thời điểm này, theo giờ Việt Nam.</Trans>
      </p>
      <div className={styles['sideBySide']}>
        <TextField id={name} type="date" label={<Trans>Ngày</Trans>} error={messageOf(name)} {...register(`${name}.date`)} />
        <TextField id={`${name}.time`} type="time" label={<Trans>Giờ</Trans>} {...register(`${name}.time`)} />
      </div>
      <output className={styles['words']}>
        {instant && (
          <Trans>
            {formatTime(instant)} ngày {formatLongDate(instant)}, {formatRelative(instant)}
          </Trans>
        )}
      </output>
    </fieldset>
  );
}
