export const thingFields = {
  value: '{{name}} 的值',
  notOfType: '不是物模型限定范围内的 {{type}} 值。',
  notInModel: '不在物模型中。',
  modelProblems: {
    'not-json': '这不是物模型：不是 JSON（{{detail}}）。',
    'not-a-model': '这不是物模型：{{path}} 不符合物模型的格式（{{detail}}）。',
    empty: '这不是物模型：没有属性、事件和服务。',
  },
} as const;
