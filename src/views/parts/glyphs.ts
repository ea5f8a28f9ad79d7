import {
  Archive,
  Bell,
  ChevronsRight,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Columns3,
  Container,
  Database,
  Globe,
  Inbox,
  Layers,
  type LucideIcon,
  Network,
  Radio,
  Sparkles,
  Split,
  SquareFunction,
  User,
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

/** Services a Task calls often enough to be told apart at a glance; the rest wear the Task glyph. */
const BY_SERVICE: ReadonlyMap<string, LucideIcon> = new Map([
  ['lambda', SquareFunction],
  ['sqs', Inbox],
  ['sns', Bell],
  ['dynamodb', Database],
  ['athena', Database],
  ['rdsdata', Database],
  ['s3', Archive],
  ['events', Radio],
  ['ecs', Container],
  ['batch', Container],
  ['eks', Container],
  ['http', Globe],
  ['apigateway', Globe],
  ['states', Workflow],
  ['sfn', Workflow],
  ['bedrock', Sparkles],
  ['bedrockruntime', Sparkles],
  ['sagemaker', Sparkles],
  ['activity', User],
]);

/** `service` as in a Resource: `lambda`, `aws-sdk:dynamodb`, `activity`. */
export function glyphOf(type: StateType | undefined, service?: string, distributed?: boolean): LucideIcon {
  if (type === undefined) return CircleHelp;
  if (type === 'Map' && distributed) return Network;
  if (type === 'Task' && service !== undefined) {
    const known = BY_SERVICE.get(service.replace(/^aws-sdk:/, ''));
    if (known) return known;
  }
  return BY_TYPE[type];
}
