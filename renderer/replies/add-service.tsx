import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unusable } from '../components/unusable.ts';
import classes from './replies.module.css';

/** Asks for the name of a service that gets a reply of its own. */
export function AddService({ onAdd }: { onAdd(service: string): void }) {
  const { t } = useTranslation();
  const [service, setService] = useState('');
  const name = service.trim();

  function add(event: FormEvent): void {
    event.preventDefault();
    if (name === '') return;
    onAdd(name);
    setService('');
  }

  return (
    <form className={classes.add} onSubmit={add}>
      <TextInput
        className={classes.service ?? ''}
        aria-label={t('replies.serviceName')}
        placeholder={t('replies.serviceName')}
        value={service}
        maxLength={64}
        onChange={(event) => setService(event.currentTarget.value)}
        spellCheck={false}
      />
      <Button type="submit" variant="default" {...unusable(name === '')}>
        {t('replies.add')}
      </Button>
    </form>
  );
}
