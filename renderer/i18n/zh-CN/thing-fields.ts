export const thingFields = {
  value: '{{name}} 的值',
  notOfType: '不是物模型限定范围内的 {{type}} 值。',
  notInModel: '不在物模型中。',
} as const;
