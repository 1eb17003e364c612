export const thingFields = {
  value: 'Value of {{name}}',
  notOfType: 'Not a value of type {{type}} within the model’s limits.',
} as const;
