import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { OutcomeNotice, useOutcome } from '@/features/account';
import type { AlertFrequency } from '@/graphql-types';
import { searchKindLabels } from '@/i18n/searchLabels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Notice, Row } from '@/ui/Panel';
import { FrequencyField } from './FrequencyField';
import { chosenOf, facets, filterOf } from './criteria';
import type { SearchAddress } from './search';
import { SaveSearchDocument } from './search.gql';
import { useNames } from './useNames';

const prefix = 'save.';

/** A name to begin with: the words and what they are narrowed to. */
function useFirstName(address: SearchAddress): string {
  const { i18n } = useLingui();
  const nameOf = useNames();
  const narrowings = facets.flatMap(([facet]) => chosenOf(address, facet).map((value) => nameOf(facet, value)));
  return [address.q, address.loai && i18n._(searchKindLabels[address.loai]), ...narrowings]
    .filter(Boolean)
    .join(', ')
    .slice(0, 120);
}

export function SaveForm({ address, onClose }: { address: SearchAddress; onClose: () => void }) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const first = useFirstName(address);
  const [typed, setName] = useState<string | null>(null);
  const name = typed ?? first;
  const [frequency, setFrequency] = useState<AlertFrequency | null>(null);
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [savedId, setSavedId] = useState<string | null>(null);
  const [{ fetching }, save] = useMutation(SaveSearchDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(name.trim() === '' ? [{ field: 'name', message: t`Đặt tên cho tìm kiếm.` }] : []),
      ...(frequency === null ? [{ field: 'frequency', message: t`Chọn có nhận thư báo hay không.` }] : []),
    ];
    if (missing.length > 0 || frequency === null) return outcome.remark(...missing);
    const { data, error } = await save({ input: { clientKey, name: name.normalize('NFC').trim(), query: address.q ?? '', filter: filterOf(address), frequency } });
    if (data) {
      setSavedId(data.saveSearch.savedSearch.id);
      announce(t`Đã lưu tìm kiếm`);
      return;
    }
    if (!error) return;
    // What is sent next is another request.
    if (error.graphQLErrors.length > 0) setClientKey(crypto.randomUUID());
    outcome.refuse(error);
  };

  if (savedId) {
    return (
      <Stack>
        <Notice tone="positive">
          <p>
            <Trans>Đã lưu tìm kiếm</Trans>
          </p>
          <p>
            {frequency === 'NEVER' ? (
              <Trans>Bạn không nhận thư về tìm kiếm này; mở lại bất cứ lúc nào.</Trans>
            ) : (
              <Trans>Thư đầu tiên đến khi có kết quả mới. Một lần bấm ở cuối thư là thôi nhận.</Trans>
            )}
          </p>
        </Notice>
        <Row>
          <Link to="/tim-kiem-da-luu" hash={savedId}>
            <Trans>Xem các tìm kiếm đã lưu</Trans>
          </Link>
          <Button onClick={onClose}>
            <Trans>Xem tiếp kết quả</Trans>
          </Button>
        </Row>
      </Stack>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <OutcomeNotice outcome={outcome} prefix={prefix} />
        <TextField
          id={`${prefix}name`}
          label={<Trans>Tên gọi</Trans>}
          hint={<Trans>Để bạn nhận ra tìm kiếm này; thư báo cũng dùng tên này.</Trans>}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
          error={outcome.messageOf('name')}
        />
        <FrequencyField id={`${prefix}frequency`} value={frequency} onChange={setFrequency} error={outcome.messageOf('frequency')} />
        <Row>
          <Button type="submit" tone="primary" busy={fetching}>
            <Trans>Lưu</Trans>
          </Button>
          <Button tone="quiet" onClick={onClose}>
            <Trans>Không, quay lại</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
