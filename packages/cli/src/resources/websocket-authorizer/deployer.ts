import { httpAuthorizerDeployer } from '../http-authorizer/deployer.ts';

export const websocketAuthorizerDeployer = httpAuthorizerDeployer;
