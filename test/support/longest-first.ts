// The files of tests that take longest begin first, so that two processes end together.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By what they took; without it Vitest would know nothing in a fresh clone but how large the files are. */
const LONG = [
  'main/books/histories',
  'main/fuzz/calls',
  'main/documents/typst-renderer',
  'main/books/closings',
  'main/sync/event-types',
  'main/books/reports/agree',
];

export class LongestFirst extends BaseSequencer {
  /** Within a project, whose files stay together: a process serves one project at a time. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sortByDuration = super.sort.bind(this);
    const byProject = Map.groupBy(await sortByDuration(files), ({ project }) => project);
    return [...byProject.values()].flatMap((sorted) => sorted.toSorted((a, b) => rank(a) - rank(b)));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = LONG.findIndex((name) => moduleId.includes(`/test/${name}.`));
  return index === -1 ? LONG.length : index;
}
