import type { KindDeployer } from '../deployer.ts';
import { domainDeployer } from '../domain/deployer.ts';
import type { EdgeDomainModel } from './model.ts';

/** The ways of both kinds of names are the same in IAM. API Gateway makes the CloudFront distribution itself. */
export const edgeDomainDeployer: KindDeployer<EdgeDomainModel> = domainDeployer;
