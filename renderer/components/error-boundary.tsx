import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './error-boundary.module.css';

interface Props {
  /** What to say instead of the pane, and on the button that tries again. */
  readonly message: string;
  readonly retry: string;
  readonly children: ReactNode;
}

/** Keeps an error in one pane from taking the window down; the others go on working. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className={classes.fallback} role="alert">
        <p>{this.props.message}</p>
        <pre>{error.message}</pre>
        <Button variant="default" onClick={() => this.setState({ error: null })}>
          {this.props.retry}
        </Button>
      </div>
    );
  }
}
