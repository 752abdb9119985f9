import { UserCheck } from 'lucide-react';
import { useMemo } from 'react';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { EmptyState } from '../../shared/empty-state';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { ImageWalk } from './image-walk';
import { findPeople, isPersonSettled } from './people';
import { useFactImages } from './use-fact-images';
import styles from './walk-section.module.css';

const words = reviewModeMessages.people;

/** All images that may show a person, for privacy before anything else. */
export function PeopleScreen({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const images = useFactImages(open);
  const { labels, loading } = open;
  const list = useMemo(() => (loading === null ? findPeople(images, labels) : null), [images, labels, loading]);
  return (
    <ImageWalk
      open={open}
      title={words.title}
      list={list}
      isDone={isPersonSettled}
      none={
        <EmptyState icon={UserCheck} title={words.none}>
          {words.noneText}
        </EmptyState>
      }
      finished={words.finished}
      about={() => (
        <div className={styles.section}>
          <p className={styles.text}>{words.hint}</p>
        </div>
      )}
      acts={({ filepath }, goOn) => [
        {
          id: 'people-leave-out',
          label: words.leaveOut,
          group: messages.review.group,
          keys: ['X'],
          run: () => {
            void actions.review([filepath], { kind: 'flag', isOn: true });
            goOn();
          },
        },
      ]}
    />
  );
}
