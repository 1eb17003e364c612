export const thingFields = {
  value: 'Value of {{name}}',
  notOfType: 'Not a value of type {{type}} within the model’s limits.',
  notInModel: 'Not in the thing model.',
} as const;
