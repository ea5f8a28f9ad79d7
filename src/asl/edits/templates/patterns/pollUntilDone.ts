import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';
import { fill, taskFields } from '../taskTemplate';
import type { Pattern } from './pattern.types';

/** A job that Step Functions cannot wait for by itself: it is started, then looked at once a minute until it has ended. */
export const pollUntilDone: Pattern = (language) => ({
  'Start crawler': { ...crawler(language, 'startCrawler'), Next: 'Wait a minute' },
  'Wait a minute': { Type: 'Wait', Seconds: 60, Next: 'Look at crawler' },
  'Look at crawler': { ...crawler(language, 'getCrawler'), Next: 'Crawler done?' },
  'Crawler done?': {
    Type: 'Choice',
    Choices: [
      { ...runs(language), Next: 'Wait a minute' },
      { ...succeeded(language), Next: 'Crawler succeeded' },
    ],
    Default: 'Crawler failed',
  },
  'Crawler succeeded': { Type: 'Pass', End: true },
  'Crawler failed': { Type: 'Fail', Error: 'CrawlerFailed', Cause: 'The crawler ended without success.' },
});

const crawler = (language: QueryLanguage, action: string): JsonObject =>
  taskFields(language, `arn:aws:states:::aws-sdk:glue:${action}`, {
    request: { Name: fill('CrawlerName') },
  });

const runs = (language: QueryLanguage): JsonObject =>
  language === 'JSONata'
    ? { Condition: "{% $states.input.Crawler.State != 'READY' %}" }
    : { Not: { Variable: '$.Crawler.State', StringEquals: 'READY' } };

const succeeded = (language: QueryLanguage): JsonObject =>
  language === 'JSONata'
    ? { Condition: "{% $states.input.Crawler.LastCrawl.Status = 'SUCCEEDED' %}" }
    : { Variable: '$.Crawler.LastCrawl.Status', StringEquals: 'SUCCEEDED' };
