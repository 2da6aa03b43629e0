import { expect, test } from 'vitest';
import { join, parameter, pseudo, ref, type Value } from '../resources/value.ts';
import { intrinsic, type Names } from './intrinsics.ts';

const names: Names = {
  reference: ({ $ref, attribute }) => {
    const id = $ref.replace(':', '');
    if (attribute === 'name') return `\${${id}}`;
    return attribute === 'url' ? `https://\${${id}}/dev` : `\${${id}.Arn}`;
  },
  parameter: (name) => `Param${name}`,
};

test.each<[string, Value, unknown]>([
  ['a text stays a text', 'plain', 'plain'],
  ['a number stays a number', 5, 5],
  ['null stays null, as patterns have it', { state: [null] }, { state: [null] }],
  ['a reference to a name is a Ref', ref('table:T', 'name'), { Ref: 'tableT' }],
  ['another attribute is a GetAtt', ref('table:T', 'arn'), { 'Fn::GetAtt': ['tableT', 'Arn'] }],
  ['an attribute that is a text is a Sub', ref('table:T', 'url'), { 'Fn::Sub': 'https://${tableT}/dev' }],
  ['a parameter is a Ref', parameter('From'), { Ref: 'ParamFrom' }],
  ['a pseudo parameter is a Ref', pseudo('accountId'), { Ref: 'AWS::AccountId' }],
  [
    'pieces become one Sub',
    join('arn:', pseudo('partition'), ':s3:::', parameter('Bucket'), '/*'),
    { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${ParamBucket}/*' },
  ],
  ['pieces within pieces too', join('a', join('b', pseudo('region'))), { 'Fn::Sub': 'ab${AWS::Region}' }],
  ['pieces that are all known become a text', join('a', 'b', 1), 'ab1'],
  [
    'a single piece is as short as by itself',
    join(ref('table:T', 'arn')),
    { 'Fn::GetAtt': ['tableT', 'Arn'] },
  ],
  [
    'a text that looks like a variable stays what it is',
    join('${x}', pseudo('region')),
    { 'Fn::Sub': '${!x}${AWS::Region}' },
  ],
  ['and is not escaped where there is no Sub', join('${x}', 'y'), '${x}y'],
  [
    'lists and objects are gone into',
    { a: [ref('table:T', 'name'), true] },
    { a: [{ Ref: 'tableT' }, true] },
  ],
])('%s', (_, value, written) => {
  expect(intrinsic(value, names)).toEqual(written);
});

test('a list within a text is a mistake of ours', () => {
  expect(() => intrinsic(join('a', ['b']), names)).toThrow('stands in a text');
});
