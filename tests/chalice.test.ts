import { beforeAll, describe, expect, it, vi } from 'vitest';
import { takesType } from '../packages/framework/src/http/content-types.ts';
import { answerDifferences, answeredAnyway } from './chalice/answer-differences.ts';
import { type CaseApp, servedPath } from './chalice/app-language.ts';
import { type AuthorizerCase, policyOf } from './chalice/authorizer-case.ts';
import { readCases } from './chalice/cases.ts';
import { type CorsAndTypeCases, corsHeadersOf } from './chalice/cors-case.ts';
import {
  absentFieldDifference,
  authorizerDifferences,
  type Difference,
  eventDifferences,
  gatewayDifferences,
  httpDifferences,
  matchDifferences,
  refusedScheduleDifference,
} from './chalice/differences.ts';
import { decode, type EventCase, eventExpectation, type RaisingCase } from './chalice/event-case.ts';
import {
  arnOf,
  eventOf,
  type GatewayCases,
  isAllowed,
  eventExpectation as proxyExpectation,
} from './chalice/gateway-case.ts';
import { answerOf, expectation, type HttpCase } from './chalice/http-case.ts';
import { buildApp } from './chalice/interpreter.ts';
import { type MatchCase, matchOf } from './chalice/match-case.ts';
import { expressionOf, type ScheduleCase } from './chalice/schedule-case.ts';
import { type ValidationCase, verdictOn } from './chalice/validation-case.ts';
import { validationDifferences } from './chalice/validation-differences.ts';
import { endpointOf, resultOf, type WebsocketCases, withoutEmpty } from './chalice/websocket-case.ts';

/** What is expected of Tankard: what Chalice does, but for the differences. */
function adjusted<C, E>(differences: readonly Difference<C, E>[], each: C, chalice: E): E {
  const ours = differences.filter((difference) => difference.applies(each));
  return ours.reduce((expected, difference) => difference.expected(each, expected), chalice);
}

// The cases throw on purpose.
beforeAll(() => vi.stubEnv('TANKARD_LOG_LEVEL', 'FATAL'));

/** What an app has for the path and method of a case. */
function target(description: CaseApp, { event }: HttpCase) {
  const { httpMethod, resourcePath } = event.requestContext;
  const handlers = description.handlers.filter((one) => servedPath(description, one) === resourcePath);
  const handler = handlers.find(({ args }) => (args.methods ?? ['GET']).includes(httpMethod));
  return { description, handler, knownPath: handlers.length > 0 };
}

describe('http_runtime', () => {
  const file = readCases<{ apps: Record<string, CaseApp>; cases: HttpCase[] }>('http_runtime');
  const appOf = (each: HttpCase) => file.apps[each.app] ?? { app_name: each.app, handlers: [] };

  it.each(file.cases)('$name', async (each) => {
    const description = appOf(each);
    const app = buildApp(description);
    const subject = { ...each, ...target(description, each) };
    const chalice = each.expected ?? answeredAnyway(subject);
    if (!chalice) return expect(answerOf(app, each)).rejects.toThrow();
    const expected = adjusted([...httpDifferences, ...answerDifferences], subject, chalice);
    expect(await answerOf(app, each)).toEqual(expectation(expected));
  });
});

describe('route_matching', () => {
  const { cases } = readCases<{ cases: MatchCase[] }>('route_matching');

  it.each(cases)('$url of $routes', (each) => {
    expect(matchOf(each)).toEqual(adjusted(matchDifferences, each, each.expected));
  });
});

describe('auth_response_policy', () => {
  const { cases } = readCases<{ cases: AuthorizerCase[] }>('auth_response_policy');

  it.each(cases)('$routes of $method_arn', async (each) => {
    expect(await policyOf(each)).toEqual(adjusted(authorizerDifferences, each, each.expected));
  });
});

describe('cors_and_content_types', () => {
  const file = readCases<CorsAndTypeCases>('cors_and_content_types');

  it.each(file.cors)('$config is told to browsers', ({ config, expected_headers }) => {
    expect(corsHeadersOf(config)).toEqual(expected_headers);
  });

  it.each(file.content_type_match)('$content_type is one of $valid: $expected', (each) => {
    expect(takesType(each.valid, each.content_type)).toBe(each.expected);
  });
});

describe('event_decoding', () => {
  const { cases } = readCases<{ cases: EventCase[] }>('event_decoding');
  const raising = cases.filter((each): each is RaisingCase => each.raises !== undefined);
  const decoding = cases.filter((each) => each.raises === undefined);

  it.each(decoding)('$name', async (each) => {
    const seen = await decode(each);
    const expected = each.expected_records ?? [each.expected ?? {}];
    const ours = expected.map((fields) => eventExpectation(adjusted(eventDifferences, each, fields)));
    expect(seen.slice(0, ours.length).map(({ fields }) => fields)).toEqual(ours);
    if (each.to_dict_is_payload) {
      const { Records: records = [each.payload] } = each.payload;
      expect(seen.map(({ raw }) => raw)).toEqual(records);
    }
  });

  it.each(raising)('$name', async (each) => {
    if (!absentFieldDifference.applies(each)) return expect(decode(each)).rejects.toThrow();
    const field = each.raises.message.replaceAll("'", '').replaceAll('-', '_').toLowerCase();
    const [first] = await decode(each);
    expect(first?.fields[field] || null).toBeNull();
  });
});

describe('schedule_expressions', () => {
  const { cases } = readCases<{ cases: ScheduleCase[] }>('schedule_expressions');

  it.each(cases)('$input is $expected', (each) => {
    if (refusedScheduleDifference.applies(each.expected)) {
      expect(() => expressionOf(each)).toThrow(/^SCHEDULE_/);
    } else {
      expect(expressionOf(each)).toBe(each.expected);
    }
  });
});

describe('local_gateway_parts', () => {
  const parts = readCases<GatewayCases>('local_gateway_parts');

  it.each(parts.build_method_arn)('$method $path has the ARN $expected', (each) => {
    expect(arnOf(each)).toBe(each.expected);
  });

  it.each(parts.arn_matches_policy_resource)('$arn of $resources: $expected', (each) => {
    expect(isAllowed(each)).toBe(each.expected);
  });

  it.each(parts.http_to_lambda_event)('$method $path becomes an event', (each) => {
    const expected = adjusted(gatewayDifferences, each, each.expected);
    expect(eventOf(each)).toEqual(expected && proxyExpectation(expected));
  });
});

describe('validation', () => {
  const { cases } = readCases<{ cases: ValidationCase[] }>('validation');

  it.each(cases)('$name', (each) => {
    const chalice = each.expected_error ? 'refused' : 'ok';
    expect(verdictOn(each)).toBe(adjusted(validationDifferences, each, chalice));
  });
});

describe('websocket', () => {
  const file = readCases<WebsocketCases>('websocket');

  it.each(file.handler_return_to_lambda_response)('what $name becomes', async (each) => {
    if (each.raises) return expect(resultOf(each)).rejects.toThrow(each.raises.message);
    expect(withoutEmpty(await resultOf(each))).toEqual(withoutEmpty(each.expected));
  });

  it.each(file.management_endpoint)('$api_id is managed at $expected_endpoint', (each) => {
    expect(endpointOf(each)).toBe(each.expected_endpoint);
  });
});
