import {
  Archive,
  Bell,
  BrainCircuit,
  ChevronsRight,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Columns3,
  Combine,
  Container,
  Cpu,
  Database,
  Globe,
  Hammer,
  Inbox,
  Layers,
  ListChecks,
  type LucideIcon,
  Network,
  Radio,
  ScanSearch,
  Sparkles,
  Split,
  SquareFunction,
  User,
  Webhook,
  Workflow,
  Zap,
} from 'lucide-react';
import type { StateType } from '../../asl';

const BY_TYPE: Readonly<Record<StateType, LucideIcon>> = {
  Task: Zap,
  Pass: ChevronsRight,
  Choice: Split,
  Wait: Clock,
  Succeed: CircleCheck,
  Fail: CircleX,
  Parallel: Columns3,
  Map: Layers,
};

/** The family of a service: what its glyph's colour says. */
export type ServiceTone = 'compute' | 'storage' | 'messages' | 'analytics' | 'models' | 'web' | 'people';

interface ServiceMark {
  readonly icon: LucideIcon;
  readonly tone: ServiceTone;
}

const mark = (icon: LucideIcon, tone: ServiceTone): ServiceMark => ({ icon, tone });

/** Services a Task calls often enough to be told apart at a glance; the rest wear the Task glyph. */
const BY_SERVICE: ReadonlyMap<string, ServiceMark> = new Map([
  ['lambda', mark(SquareFunction, 'compute')],
  ['ecs', mark(Container, 'compute')],
  ['eks', mark(Container, 'compute')],
  ['batch', mark(ListChecks, 'compute')],
  ['codebuild', mark(Hammer, 'compute')],
  ['dynamodb', mark(Database, 'storage')],
  ['rdsdata', mark(Database, 'storage')],
  ['s3', mark(Archive, 'storage')],
  ['sqs', mark(Inbox, 'messages')],
  ['sns', mark(Bell, 'messages')],
  ['events', mark(Radio, 'messages')],
  ['eventbridge', mark(Radio, 'messages')],
  ['states', mark(Workflow, 'messages')],
  ['sfn', mark(Workflow, 'messages')],
  ['glue', mark(Combine, 'analytics')],
  ['athena', mark(ScanSearch, 'analytics')],
  ['elasticmapreduce', mark(Cpu, 'analytics')],
  ['emr-serverless', mark(Cpu, 'analytics')],
  ['emr-containers', mark(Cpu, 'analytics')],
  ['sagemaker', mark(BrainCircuit, 'models')],
  ['bedrock', mark(Sparkles, 'models')],
  ['bedrockruntime', mark(Sparkles, 'models')],
  ['apigateway', mark(Webhook, 'web')],
  ['http', mark(Globe, 'web')],
  ['activity', mark(User, 'people')],
]);

const markOf = (service: string | undefined): ServiceMark | undefined =>
  service === undefined ? undefined : BY_SERVICE.get(service.replace(/^aws-sdk:/, ''));

/** The family of a Task's service; undefined for those that have no glyph of their own. */
export const serviceTone = (service: string | undefined): ServiceTone | undefined => markOf(service)?.tone;

/** `service` as in a Resource: `lambda`, `aws-sdk:dynamodb`, `activity`. */
export function glyphOf(type: StateType | undefined, service?: string, distributed?: boolean): LucideIcon {
  if (type === undefined) return CircleHelp;
  if (type === 'Map' && distributed) return Network;
  return (type === 'Task' ? markOf(service)?.icon : undefined) ?? BY_TYPE[type];
}
