import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { SignOutPage } from '@/features/session';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/dang-xuat')({
  validateSearch: searchOf({ vi: oneOf(['dong-tai-khoan']) }),
  beforeLoad: loadAccountMessages,
  component: function SignOut() {
    return <SignOutPage closed={Route.useSearch().vi !== undefined} />;
  },
});
