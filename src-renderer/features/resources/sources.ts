import type { ResourceRow } from '../../../src-main/contract/resources.ts';
import { callOperation } from '../../api/client.ts';
import { OperationError } from '../../api/failure.ts';
import type { EntityOption, EntitySource } from '../../ui/form/index.ts';
import { parallelTitle } from '../../../src-main/domain/classes.ts';

export interface ResourceOption extends EntityOption {
  readonly resource: ResourceRow;
}

const optionOf = (resource: ResourceRow): ResourceOption => ({
  id: resource.id,
  label: resource.title,
  description: `${resource.subject}, ${parallelTitle(resource.parallel)}: ${resource.topic}`,
  resource,
});

export interface ResourceWish {
  readonly subject: string;
  readonly parallel: number;
}

/** Resources of the list, those of the lesson's subject and class first; offered untyped. */
export const resourceSource = ({
  subject,
  parallel,
}: ResourceWish): EntitySource<ResourceOption> => ({
  key: `resources ${subject} ${parallel}`,
  minLetters: 0,
  async search(text, signal) {
    const wish = { text, subject, parallel, limit: 20 };
    const { resources } = await callOperation('resources.find', wish, { signal });
    return resources.map(optionOf);
  },
  async find(id) {
    try {
      return optionOf((await callOperation('resources.card', { id })).resource);
    } catch (error) {
      if (error instanceof OperationError && error.code === 'resource-unknown') return null;
      throw error;
    }
  },
});
