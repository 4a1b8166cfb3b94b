import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useAbout } from '../api/hooks.ts';
import { preview as text } from '../strings/common.ts';
import { Icon } from '../ui/icons.tsx';
import css from './preview.module.css';

export type Zoom = 'page' | 'width' | 'actual';

export interface PreviewBarProps {
  readonly title: string;
  readonly page: number;
  readonly total: number;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly turn: (by: number) => void;
  readonly ready: boolean;
  readonly printable: boolean;
  readonly onPrint: () => void;
  readonly onDocx: () => void;
  readonly onPdf: () => void;
  readonly onClose: () => void;
}

const Pager = ({ page, total, turn }: PreviewBarProps): JSX.Element => (
  <Group gap={4} wrap="nowrap">
    <ActionIcon
      variant="default"
      size={30}
      aria-label={text.previous}
      title={text.previous}
      disabled={page === 0}
      onClick={() => turn(-1)}
    >
      <Icon name="chevronLeft" size={16} />
    </ActionIcon>
    <Text size="sm" miw={140} ta="center" role="status">
      {total > 0 && text.page(page + 1, total)}
    </Text>
    <ActionIcon
      variant="default"
      size={30}
      aria-label={text.next}
      title={text.next}
      disabled={page >= total - 1}
      onClick={() => turn(1)}
    >
      <Icon name="chevronRight" size={16} />
    </ActionIcon>
  </Group>
);

const PrintButtons = ({ ready, onPrint, onDocx, onPdf }: PreviewBarProps): JSX.Element => {
  const about = useAbout();
  return (
    <>
      <Button leftSection={<Icon name="print" size={16} />} disabled={!ready} onClick={onPrint}>
        {text.print}
      </Button>
      <Button variant="default" disabled={!ready} onClick={onDocx}>
        {text.saveDocx}
      </Button>
      {about?.canSavePdf === true && (
        <Button variant="default" disabled={!ready} onClick={onPdf}>
          {text.savePdf}
        </Button>
      )}
    </>
  );
};

/** Buttons above the previewed page. */
export const PreviewBar = (props: PreviewBarProps): JSX.Element => (
  <div className={css['bar']}>
    <h1 className={css['title']}>{props.title}</h1>
    <Pager {...props} />
    <SegmentedControl<Zoom>
      aria-label={text.zoom}
      value={props.zoom}
      onChange={props.onZoom}
      data={[
        { value: 'page', label: text.fitPage },
        { value: 'width', label: text.fitWidth },
        { value: 'actual', label: text.actual },
      ]}
    />
    <Group gap="xs" wrap="nowrap">
      {props.printable && <PrintButtons {...props} />}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={text.close}
        title={text.close}
        onClick={props.onClose}
      >
        <Icon name="close" size={18} />
      </ActionIcon>
    </Group>
  </div>
);
