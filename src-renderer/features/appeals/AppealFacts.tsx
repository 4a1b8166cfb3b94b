import type { JSX } from 'react';
import { Link } from 'wouter';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { card as text } from '../../strings/appeals-card.ts';
import { channels } from '../../strings/appeals.ts';
import { DescriptionList, Panel, showDate } from '../../ui/index.ts';
import { guardianLink, studentLink } from '../people/links.ts';

/** What was written into the journal on the day of the appeal. */
export const AppealFacts = ({
  card: { appeal, counting },
}: {
  readonly card: Pick<AppealCard, 'appeal' | 'counting'>;
}): JSX.Element => (
  <Panel title={text.facts}>
    <DescriptionList
      items={[
        [
          text.guardian,
          <Link key="guardian" href={guardianLink(appeal.guardianId)}>
            {appeal.guardianName}
          </Link>,
        ],
        [
          text.student,
          <Link key="student" href={studentLink(appeal.studentId)}>
            {appeal.studentName}
          </Link>,
        ],
        [text.programme, appeal.programme],
        [text.subject, appeal.subject],
        [text.lessonTopic, <b key="topic">{appeal.lessonTopic}</b>],
        [text.date, `${showDate(appeal.date)}, ${channels[appeal.channel]}`],
        ...(appeal.registeredOn === appeal.date
          ? []
          : [[text.registeredOn, showDate(appeal.registeredOn)] as const]),
        ...(appeal.letterReason === null
          ? []
          : [[text.letterReason, appeal.letterReason] as const]),
        [text.dueOn, showDate(appeal.dueOn)],
        [text.responsible, appeal.responsibleName],
        [
          text.counting,
          counting.qualifies ? text.counts(counting.why) : text.countsNot(counting.why),
        ],
        ...(appeal.result === null ? [] : [[text.result, appeal.result] as const]),
        ...(appeal.annulReason === null ? [] : [[text.annulReason, appeal.annulReason] as const]),
      ]}
    />
  </Panel>
);
