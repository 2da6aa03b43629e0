import { needs, type Rules } from '../rule.ts';

const view = needs('budgets:ViewBudget');
const modify = needs('budgets:ModifyBudget');

/** https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html */
export const budgets: Rules = {
  CreateBudget: modify,
  CreateNotification: modify,
  CreateSubscriber: modify,
  DeleteBudget: modify,
  DeleteNotification: modify,
  DeleteSubscriber: modify,
  DescribeBudget: view,
  DescribeBudgetNotificationsForAccount: view,
  DescribeBudgetPerformanceHistory: view,
  DescribeBudgets: view,
  DescribeNotificationsForBudget: view,
  DescribeSubscribersForNotification: view,
  UpdateBudget: modify,
  UpdateNotification: modify,
  UpdateSubscriber: modify,
};

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionWithTags.html */
export const cloudfront: Rules = {
  CreateDistributionWithTags: needs('cloudfront:CreateDistribution', 'cloudfront:TagResource'),
};

/** https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-access.html */
export const cloudsearchDomain: Rules = {
  Search: needs('cloudsearch:search'),
  Suggest: needs('cloudsearch:suggest'),
  UploadDocuments: needs('cloudsearch:document'),
};
