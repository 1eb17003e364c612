import { Checkbox, Collapse, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../components/number-field.tsx';
import {
  type CheckedProperty,
  type DraftProperties,
  propertyProblems,
  publishProperties,
} from './draft-properties.ts';
import classes from './properties-section.module.css';

interface Props {
  readonly properties: DraftProperties;
  onChange(properties: DraftProperties): void;
}

/** The properties of an MQTT 5 message: closed until one is wanted, and counted while closed. */
export function PropertiesSection({ properties, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [wanted, setWanted] = useState(false);
  const problems = propertyProblems(properties);
  const isOpen = wanted || problems.length > 0;
  const count = Object.keys(publishProperties(properties) ?? {}).length;
  const change = (part: Partial<DraftProperties>) => onChange({ ...properties, ...part });
  const error = (name: CheckedProperty) =>
    problems.includes(name) ? t(`publish.propertyProblems.${name}`) : null;
  const text = (name: 'contentType' | 'responseTopic' | 'correlationData') => ({
    label: t(`publish.properties.${name}`),
    value: properties[name],
    error: name === 'contentType' ? null : error(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }),
    spellCheck: false,
  });
  return (
    <section>
      <UnstyledButton
        className={classes.button ?? ''}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setWanted(!wanted)}
      >
        <IconChevronRight size={14} className={classes.chevron} data-open={isOpen} aria-hidden />
        {count === 0 ? t('publish.propertiesTitle') : t('publish.propertiesSet', { count })}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id} transitionDuration={0}>
        <div className={classes.fields}>
          <TextInput {...text('contentType')} placeholder="application/json" />
          <NumberField
            label={t('publish.properties.expirySeconds')}
            value={properties.expirySeconds}
            error={error('expirySeconds')}
            onChange={(value) => change({ expirySeconds: value })}
            hideControls
          />
          <TextInput {...text('responseTopic')} />
          <TextInput {...text('correlationData')} placeholder="0a ff" />
          <Textarea
            label={t('publish.properties.userProperties')}
            value={properties.userProperties}
            error={error('userProperties')}
            onChange={(event) => change({ userProperties: event.currentTarget.value })}
            placeholder="name=value"
            rows={2}
            spellCheck={false}
          />
          <Checkbox
            label={t('publish.properties.isText')}
            checked={properties.isText}
            onChange={(event) => change({ isText: event.currentTarget.checked })}
          />
        </div>
      </Collapse>
    </section>
  );
}
