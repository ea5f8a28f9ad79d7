import { EXECUTION_ID, EXECUTION_NAME, fill, type TaskTemplate } from '../taskTemplate';

const bucketPath = (path: string): string => `s3://${fill('BucketName')}/${path}`;
const s3Data = (path: string) => ({
  S3DataSource: { S3DataType: 'S3Prefix', S3Uri: bucketPath(path) },
});
const fleet = (InstanceFleetType: string) => ({
  InstanceFleetType,
  TargetOnDemandCapacity: 1,
  InstanceTypeConfigs: [{ InstanceType: 'm5.xlarge' }],
});

/** What runs for minutes or hours: containers, queries, clusters, builds, models. */
export const JOBS = {
  'ecs:runTask.sync': {
    request: {
      LaunchType: 'FARGATE',
      Cluster: fill('ClusterArn'),
      TaskDefinition: fill('TaskDefinitionArn'),
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [fill('SubnetId')] } },
      Overrides: {
        ContainerOverrides: [
          { Name: fill('ContainerName'), Environment: [{ Name: 'EXECUTION_ID', Value: EXECUTION_ID }] },
        ],
      },
    },
  },
  'batch:submitJob.sync': {
    request: {
      JobName: fill('JobName'),
      JobQueue: fill('JobQueueArn'),
      JobDefinition: fill('JobDefinitionArn'),
    },
  },
  'glue:startJobRun.sync': {
    request: { JobName: fill('JobName'), Arguments: { '--execution_id': EXECUTION_ID } },
  },
  'athena:startQueryExecution.sync': {
    request: { QueryString: `SELECT * FROM ${fill('TableName')} LIMIT 10`, WorkGroup: 'primary' },
  },
  'elasticmapreduce:createCluster.sync': {
    request: {
      Name: fill('ClusterName'),
      ReleaseLabel: 'emr-7.5.0',
      Applications: [{ Name: 'Spark' }],
      ServiceRole: fill('ServiceRole'),
      JobFlowRole: fill('InstanceProfile'),
      LogUri: bucketPath('logs/'),
      VisibleToAllUsers: true,
      Instances: {
        KeepJobFlowAliveWhenNoSteps: true,
        InstanceFleets: [fleet('MASTER'), fleet('CORE')],
      },
    },
  },
  'elasticmapreduce:addStep.sync': {
    request: {
      ClusterId: fill('ClusterId'),
      Step: {
        Name: fill('StepName'),
        ActionOnFailure: 'CONTINUE',
        HadoopJarStep: { Jar: 'command-runner.jar', Args: ['spark-submit', bucketPath('job.py')] },
      },
    },
  },
  'emr-serverless:startJobRun.sync': {
    request: {
      ApplicationId: fill('ApplicationId'),
      ExecutionRoleArn: fill('ExecutionRoleArn'),
      JobDriver: { SparkSubmit: { EntryPoint: bucketPath('job.py') } },
    },
  },
  'codebuild:startBuild.sync': { request: { ProjectName: fill('ProjectName') } },
  'sagemaker:createTrainingJob.sync': {
    request: {
      TrainingJobName: EXECUTION_NAME,
      RoleArn: fill('RoleArn'),
      AlgorithmSpecification: { TrainingImage: fill('TrainingImage'), TrainingInputMode: 'File' },
      InputDataConfig: [{ ChannelName: 'train', DataSource: s3Data('train/') }],
      OutputDataConfig: { S3OutputPath: bucketPath('models/') },
      ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 10 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    },
  },
  'sagemaker:createTransformJob.sync': {
    request: {
      TransformJobName: EXECUTION_NAME,
      ModelName: fill('ModelName'),
      TransformInput: { ContentType: 'text/csv', DataSource: s3Data('input/'), SplitType: 'Line' },
      TransformOutput: { S3OutputPath: bucketPath('output/') },
      TransformResources: { InstanceCount: 1, InstanceType: 'ml.m5.large' },
    },
  },
  'bedrock:invokeModel': {
    request: {
      ModelId: 'amazon.nova-lite-v1:0',
      Body: {
        messages: [{ role: 'user', content: [{ text: 'Answer in one sentence: what is a state machine?' }] }],
        inferenceConfig: { maxTokens: 300 },
      },
    },
    result: 'Body',
  },
} as const satisfies Readonly<Record<string, TaskTemplate>>;
