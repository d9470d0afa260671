import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { RegisterPage } from '@/features/registration';
import { registerSteps } from '@/features/registration/search';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/dang-ky/')({
  validateSearch: searchOf({ buoc: oneOf(registerSteps) }),
  beforeLoad: loadAccountMessages,
  component: function Register() {
    return <RegisterPage step={Route.useSearch().buoc} />;
  },
});
