import { needs, type Rules } from '../rule.ts';

/**
 * Version 2 of SES has one operation for every form of mail, and IAM one action a form.
 * https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
export const sesv2: Rules = {
  SendEmail: {
    needs: ['ses:SendEmail', 'ses:SendRawEmail'],
    parts: {
      Simple: ['ses:SendEmail'],
      Raw: ['ses:SendRawEmail'],
      Template: ['ses:SendEmail', 'ses:SendTemplatedEmail'],
    },
  },
  SendBulkEmail: needs('ses:SendBulkEmail', 'ses:SendBulkTemplatedEmail'),
};
