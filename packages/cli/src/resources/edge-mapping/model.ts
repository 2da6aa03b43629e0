import type { DomainMappingModel } from '../domain-mapping/model.ts';

/** What stands below a path of a name at the edge: the stage of a REST API. */
export type EdgeMappingModel = DomainMappingModel;
