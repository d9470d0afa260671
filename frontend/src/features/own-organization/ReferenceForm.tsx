import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { PlaceOptions, useCatalogue } from '@/features/catalogue';
import { BilingualFields, MessagesContext } from '@/features/editing';
import { Button } from '@/ui/Button';
import { SelectField, TextField } from '@/ui/Field';
import { Row } from '@/ui/Panel';
import styles from './Own.module.css';
import { AddReferenceDocument, UpdateReferenceDocument } from './own-organization.gql';
import { orNull, textOf } from './profile';
import type { OwnReference } from './ReferenceSection';

interface Values {
  content: {
    project: { vi: string; en: string };
    client: string;
    placeId: string;
    year: string;
    description: { vi: string; en: string };
    url: string;
  };
}

interface Props {
  organizationId: string;
  /** Null for a new one. */
  reference: OwnReference | null;
  onClose: () => void;
  onDone: () => void;
}

export function ReferenceForm({ organizationId, reference, onClose, onDone }: Props) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const catalogue = useCatalogue();
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [adding, add] = useMutation(AddReferenceDocument);
  const [updating, update] = useMutation(UpdateReferenceDocument);
  const form = useForm<Values>({
    defaultValues: {
      content: {
        project: { vi: reference?.project.vi ?? '', en: reference?.project.en ?? '' },
        client: reference?.client ?? '',
        placeId: reference?.place?.id ?? '',
        year: reference ? String(reference.year) : '',
        description: { vi: reference?.description.vi ?? '', en: reference?.description.en ?? '' },
        url: reference?.url ?? '',
      },
    },
  });
  const { register } = form;
  const { messageOf } = outcome;

  const submit = form.handleSubmit(async ({ content }) => {
    const year = content.year.trim();
    const missing = [
      ...(content.project.vi.trim() === '' && content.project.en.trim() === '' ? [{ field: 'content.project.vi', message: t`Nhập tên dự án.` }] : []),
      ...(content.client.trim() === '' ? [{ field: 'content.client', message: t`Nhập tên khách hàng.` }] : []),
      ...(/^\d{4}$/.test(year) ? [] : [{ field: 'content.year', message: t`Hãy viết năm bằng bốn chữ số, ví dụ 2024.` }]),
    ];
    if (missing.length > 0) return outcome.remark(...missing);
    const said = {
      project: textOf(content.project),
      client: content.client.normalize('NFC').trim(),
      placeId: content.placeId || null,
      year: Number(year),
      description: textOf(content.description),
      url: orNull(content.url),
    };
    const { error } = reference
      ? await update({ input: { referenceId: reference.id, content: said } })
      : await add({ input: { organizationId, clientKey, content: said } });
    if (!error) return onDone();
    // What is sent next is another request.
    if (error.graphQLErrors.length > 0) setClientKey(crypto.randomUUID());
    outcome.refuse(error);
  });
  return (
    <FormProvider {...form}>
      <MessagesContext value={messageOf}>
        <form className={styles['form']} onSubmit={submit} noValidate>
          <OutcomeNotice outcome={outcome} />
          <BilingualFields name="content.project" size="short" required states={reference?.project} label={<Trans>Tên dự án</Trans>} hint={<Trans>Như trong hợp đồng hoặc như khách hàng gọi.</Trans>} />
          <TextField id="content.client" label={<Trans>Khách hàng</Trans>} autoComplete="off" error={messageOf('content.client')} {...register('content.client')} />
          <SelectField
            key={`noi ${catalogue.places.length > 0}`}
            id="content.placeId"
            optional
            label={<Trans>Địa bàn</Trans>}
            error={messageOf('content.placeId')}
            {...register('content.placeId')}
          >
            <option value="">{t`Ngoài Việt Nam hoặc không rõ`}</option>
            <PlaceOptions of={catalogue} />
          </SelectField>
          <TextField id="content.year" inputMode="numeric" label={<Trans>Năm hoàn thành</Trans>} autoComplete="off" error={messageOf('content.year')} {...register('content.year')} />
          <BilingualFields
            name="content.description"
            size="medium"
            states={reference?.description}
            label={<Trans>Đã làm gì</Trans>}
            hint={<Trans>Phạm vi, quy mô và kết quả đo được; tối đa 2.000 ký tự.</Trans>}
          />
          <TextField
            id="content.url"
            type="url"
            optional
            spellCheck={false}
            label={<Trans>Địa chỉ đọc thêm</Trans>}
            hint={<Trans>Bắt đầu bằng https://</Trans>}
            error={messageOf('content.url')}
            {...register('content.url')}
          />
          <Row>
            <Button type="submit" tone="primary" busy={adding.fetching || updating.fetching}>
              <Trans>Lưu việc đã làm</Trans>
            </Button>
            <Button tone="quiet" onClick={onClose}>
              <Trans>Không, quay lại</Trans>
            </Button>
          </Row>
        </form>
      </MessagesContext>
    </FormProvider>
  );
}
