import { ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../messages';
import { Icon } from '../shared/icon';
import { useAppState } from '../state/app-store';
import { routes } from '../state/routes';
import styles from './privacy-state.module.css';

/** The fourth promise, always in sight; it leads to the log that proves it. */
export function PrivacyState() {
  const outside = useAppState((state) => state.network.entries.filter(({ outcome }) => outcome === 'allowed').length);
  const words = outside === 0 ? messages.shell.nothingLeft : messages.shell.requestsLeft(outside);
  return (
    <Link
      to={routes.settings}
      className={styles.state}
      data-tour="privacy"
      aria-label={`${words}: ${messages.shell.networkLog}`}
    >
      <Icon of={outside === 0 ? ShieldCheck : ShieldQuestionMark} />
      <span className={styles.words}>{words}</span>
    </Link>
  );
}
