import { needs, type Rule, type Rules } from '../rule.ts';

const acl = ['s3:PutObjectAcl'];
const retention = ['s3:PutObjectRetention'];

/** Inputs of a write that S3 checks as an action of their own. */
const extras = {
  Tagging: ['s3:PutObjectTagging'],
  ACL: acl,
  GrantFullControl: acl,
  GrantRead: acl,
  GrantReadACP: acl,
  GrantWriteACP: acl,
  ObjectLockMode: retention,
  ObjectLockRetainUntilDate: retention,
  ObjectLockLegalHoldStatus: ['s3:PutObjectLegalHold'],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
  SSEKMSKeyId: ['kms:GenerateDataKey', 'kms:Decrypt'],
};
const write: Rule = { needs: ['s3:PutObject'], with: extras };
const versioned = (action: string, version: string): Rule => ({
  needs: [action],
  with: { VersionId: [version] },
});

// A copy takes the source's tags with it unless told otherwise, and S3 then asks for both tagging actions.
const read = ['s3:GetObject', 's3:GetObjectTagging'];
const store = ['s3:PutObject', 's3:PutObjectTagging'];
const copy: Rule = { needs: [...read, ...store], with: extras, parts: { CopySource: read, Bucket: store } };

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const s3Objects: Rules = {
  CompleteMultipartUpload: needs('s3:PutObject'),
  CopyObject: copy,
  CreateMultipartUpload: write,
  CreateSession: needs('s3express:CreateSession'),
  DeleteObject: {
    needs: ['s3:DeleteObject'],
    with: {
      VersionId: ['s3:DeleteObjectVersion'],
      BypassGovernanceRetention: ['s3:BypassGovernanceRetention'],
    },
  },
  DeleteObjects: {
    needs: ['s3:DeleteObject'],
    with: { BypassGovernanceRetention: ['s3:BypassGovernanceRetention'] },
  },
  DeleteObjectTagging: versioned('s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'),
  GetObject: versioned('s3:GetObject', 's3:GetObjectVersion'),
  GetObjectAcl: versioned('s3:GetObjectAcl', 's3:GetObjectVersionAcl'),
  GetObjectAttributes: needs('s3:GetObject', 's3:GetObjectAttributes'),
  GetObjectTagging: versioned('s3:GetObjectTagging', 's3:GetObjectVersionTagging'),
  GetObjectTorrent: needs('s3:GetObject'),
  HeadObject: versioned('s3:GetObject', 's3:GetObjectVersion'),
  ListParts: needs('s3:ListMultipartUploadParts'),
  PutObject: write,
  PutObjectAcl: versioned('s3:PutObjectAcl', 's3:PutObjectVersionAcl'),
  PutObjectTagging: versioned('s3:PutObjectTagging', 's3:PutObjectVersionTagging'),
  RenameObject: needs('s3express:CreateSession'),
  SelectObjectContent: needs('s3:GetObject'),
  UploadPart: needs('s3:PutObject'),
  UploadPartCopy: {
    needs: ['s3:GetObject', 's3:PutObject'],
    parts: { CopySource: ['s3:GetObject'], Bucket: ['s3:PutObject'] },
  },
  WriteGetObjectResponse: needs('s3-object-lambda:WriteGetObjectResponse'),
};
