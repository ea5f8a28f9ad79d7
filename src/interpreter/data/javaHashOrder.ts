/**
 * Keys in the order in which Java's HashMap lists them: AWS evaluates the dynamic keys of a payload template
 * through one. Derived from the order of TaskScheduled parameters; Recorded: services/test_aws_sdk_task_service.
 */
export function javaHashOrder(keys: readonly string[]): readonly string[] {
  let buckets = 16;
  while (keys.length > buckets * 0.75) buckets *= 2;
  const bucketOf = (key: string): number => {
    const hash = javaHashCode(key);
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  // Within a bucket keys stay in the order they were put in: the sort is stable.
  return [...keys].sort((a, b) => bucketOf(a) - bucketOf(b));
}

/** Java's `String.hashCode`, a signed 32-bit number. */
export function javaHashCode(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}
