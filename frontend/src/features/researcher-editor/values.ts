import type { ResearcherContent } from '@/graphql-types';
import type { ResearcherProfileFragment } from './researcher-editor.gql';

interface Texts {
  vi: string;
  en: string;
}

/** What the form holds; the names are the paths of the input. */
export interface ResearcherValues {
  content: {
    headline: Texts;
    biography: Texts;
    /** An organisation that is here, or '' for what is typed. */
    organizationId: string;
    affiliation: string;
    orcid: string;
    domains: string[];
    /** One a line. */
    keywords: string;
    languages: string[];
    evaluator: boolean;
    consortiumPartner: boolean;
    interests: string;
    publications: { title: string; venue: string; year: string; doi: string; url: string }[];
  };
}

const texts = (value?: { vi: string | null; en: string | null }): Texts => ({ vi: value?.vi ?? '', en: value?.en ?? '' });

export function valuesOf(profile: ResearcherProfileFragment | null): ResearcherValues {
  return {
    content: {
      headline: texts(profile?.headline),
      biography: texts(profile?.biography),
      organizationId: profile?.organization?.id ?? '',
      affiliation: profile?.affiliation ?? '',
      orcid: profile?.orcid ?? '',
      domains: profile?.domains.map(({ code }) => code) ?? [],
      keywords: profile?.keywords.join('\n') ?? '',
      languages: [...(profile?.languages ?? ['vi'])],
      evaluator: profile?.evaluator ?? false,
      consortiumPartner: profile?.consortiumPartner ?? false,
      interests: profile?.interests ?? '',
      publications:
        profile?.publications.map(({ title, venue, year, doi, url }) => ({ title, venue: venue ?? '', year: String(year), doi: doi ?? '', url: url ?? '' })) ?? [],
    },
  };
}

const orNull = (text: string) => text.normalize('NFC').trim() || null;
const toText = ({ vi, en }: Texts) => ({ vi: orNull(vi), en: orNull(en) });

/** A line in which nothing was written is no publication. */
export function writtenPublications({ content }: ResearcherValues) {
  return content.publications.filter((line) => Object.values(line).some((text) => text.trim() !== ''));
}

export function contentOf(values: ResearcherValues): ResearcherContent {
  const { content } = values;
  return {
    headline: toText(content.headline),
    biography: toText(content.biography),
    organizationId: content.organizationId || null,
    affiliation: content.organizationId ? null : orNull(content.affiliation),
    orcid: orNull(content.orcid),
    domains: content.domains,
    keywords: content.keywords
      .split(/[\n;]/)
      .map((word) => word.normalize('NFC').trim())
      .filter(Boolean),
    languages: content.languages,
    evaluator: content.evaluator,
    consortiumPartner: content.consortiumPartner,
    interests: orNull(content.interests),
    publications: writtenPublications(values).map(({ title, venue, year, doi, url }) => ({
      title: title.normalize('NFC').trim(),
      venue: orNull(venue),
      year: Number(year.trim()),
      doi: orNull(doi),
      url: orNull(url),
    })),
  };
}
