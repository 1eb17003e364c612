export const thingFields = {
  value: 'Value of {{name}}',
  notOfType: 'Not a value of type {{type}} within the model’s limits.',
  notInModel: 'Not in the thing model.',
  modelProblems: {
    'not-json': 'This is no thing model: it is not JSON ({{detail}}).',
    'not-a-model': 'This is no thing model: {{path}} is not as a model has it ({{detail}}).',
    empty: 'This is no thing model: it has no properties, no events and no services.',
  },
} as const;
