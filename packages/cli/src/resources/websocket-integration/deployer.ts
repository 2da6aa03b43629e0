import { httpIntegrationDeployer } from '../http-integration/deployer.ts';

export const websocketIntegrationDeployer = httpIntegrationDeployer;
