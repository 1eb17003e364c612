export const preferences = {
  title: 'Preferences',
  close: 'Close',
  appearance: 'Appearance',
  theme: 'Theme',
  language: 'Language',
  captures: 'Captures',
  captureBudget: 'Room for all captures (GiB)',
  captureBudgetHint:
    'Above it the oldest that are not pinned are deleted, at once when it is lowered.',
  budgetWrong: 'A number from 0.1 to 10,000',
  messages: 'Messages and subscriptions',
  defaultQos: 'Default QoS',
  defaultQosHint: 'What a new message and a new subscription ask for. The platform knows 0 and 1.',
} as const;
