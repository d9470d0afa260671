import { Hero } from './Hero';

export function HomePage() {
  return <Hero />;
}
