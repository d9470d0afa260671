import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { MembershipRole } from '@/graphql-types';
import { valuesOf } from '@/i18n/labels';
import { membershipRoleHints, membershipRoleLabels } from '@/i18n/accountLabels';
import { Option, OptionGroup } from '@/ui/Field';

interface Props {
  id: string;
  label: ReactNode;
  role: MembershipRole;
  onChange: (role: MembershipRole) => void;
  error?: string | undefined;
}

/** The three roles, each with what it may do. */
export function RoleField({ id, label, role, onChange, error }: Props) {
  const { i18n } = useLingui();
  return (
    <OptionGroup id={id} label={label} error={error}>
      {valuesOf(membershipRoleLabels).map((value) => (
        <Option key={value} type="radio" name={id} value={value} checked={role === value} onChange={() => onChange(value)}>
          <strong>{i18n._(membershipRoleLabels[value])}</strong>
          <br />
          {i18n._(membershipRoleHints[value])}
        </Option>
      ))}
    </OptionGroup>
  );
}
