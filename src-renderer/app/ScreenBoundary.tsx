import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ErrorInfo, JSX, ReactNode } from 'react';
import { Component } from 'react';
import { buttons } from '../strings/common.ts';
import { screenFailure as text } from '../strings/shell.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly details: string | null;
}

/** Names and places only: values of props may hold pupils' data. */
const detailsOf = (error: unknown, stack: string): string =>
  [
    error instanceof Error ? `${error.name}\n${error.stack ?? ''}` : typeof error,
    stack,
    window.location.hash.split('?')[0],
    navigator.userAgent,
  ].join('\n');

const Failure = ({ details }: { readonly details: string }): JSX.Element => (
  <Stack gap="sm" p="lg" maw={560} role="alert">
    <Title order={1} fz={20}>
      {text.title}
    </Title>
    <Text size="sm">{text.text}</Text>
    <Group gap="xs">
      <Button onClick={() => window.location.reload()}>{buttons.reload}</Button>
      <Button variant="default" onClick={() => void navigator.clipboard.writeText(details)}>
        {buttons.copyDetails}
      </Button>
    </Group>
  </Stack>
);

/** Keeps a broken screen from taking the rest of the program with it. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { details: null };

  static getDerivedStateFromError(error: unknown): State {
    return { details: detailsOf(error, '') };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ details: detailsOf(error, info.componentStack ?? '') });
  }

  override render(): ReactNode {
    const { details } = this.state;
    return details === null ? this.props.children : <Failure details={details} />;
  }
}
