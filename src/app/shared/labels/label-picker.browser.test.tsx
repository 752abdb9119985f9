import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createStore } from 'zustand/vanilla';
import { LEOPARD, LION, SMALL_LABELS, SMALL_TAXONOMY } from '../../../../test/small-package';
import { createLabelNames } from '../../../domain/labels/label-names';
import { BLANK } from '../../../domain/special-labels';
import { openAppStorage } from '../../../storage/app-storage';
import type { AppActions } from '../../state/app-actions';
import type { AppState } from '../../state/app-state';
import { AppContext, type App } from '../../state/app-store';
import { INITIAL_STATE } from '../../state/initial-state';
import { createLabelActions } from '../../state/label-actions';
import { nameLabels } from '../images/read-label';
import { LabelPicker } from './label-picker';

/** The real store, storage and acts of labels; everything else of the app is not asked for. */
function createBench() {
  const storage = openAppStorage(`test-${crypto.randomUUID()}`);
  const store = createStore<AppState>(() => ({
    ...INITIAL_STATE,
    labelBook: { ...INITIAL_STATE.labelBook, tables: { taxonomy: SMALL_TAXONOMY, labels: SMALL_LABELS } },
  }));
  const actions = createLabelActions({ store, storage });
  const app = { store, actions: actions as unknown as AppActions } as App;
  return { app, store, actions, storage };
}

let bench = createBench();
let root: Root;
let chosen = vi.fn<(label: string) => void>();
let closed = vi.fn<() => void>();

function open(current: string | null = null): void {
  root.render(
    <AppContext value={bench.app}>
      <LabelPicker current={current} onChoose={chosen} onClose={closed} />
    </AppContext>,
  );
}

const field = () => page.getByRole('combobox', { name: 'Search labels' });
const options = () => page.getByRole('option');

beforeEach(() => {
  bench = createBench();
  chosen = vi.fn<(label: string) => void>();
  closed = vi.fn<() => void>();
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  nameLabels(createLabelNames([], []));
});

describe('the label picker', () => {
  it('takes what is typed, and Enter the first', async () => {
    open();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('leo par');
    await expect.element(options()).toHaveTextContent('Leopard Panthera pardusMammals › Carnivora › Felidae');
    await userEvent.keyboard('{Enter}');
    expect(chosen).toHaveBeenCalledExactlyOnceWith(LEOPARD);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('moves with the arrows, also to higher groups', async () => {
    open();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('panthera');
    await expect.element(options().nth(2)).toBeVisible();
    await expect.element(options().first()).toHaveTextContent('genus');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toHaveBeenCalledOnce();
    expect([LION, LEOPARD]).toContain(chosen.mock.calls[0]![0]);
  });

  it('chooses by digit while nothing is typed, favourites first', async () => {
    await bench.actions.noteLabelUse(BLANK);
    await bench.actions.pinLabel(LION);
    open();
    await expect.element(page.getByRole('group', { name: 'Favourites' }).getByRole('option')).toHaveTextContent('Lion');
    await expect.element(page.getByRole('group', { name: 'Used last' }).getByRole('option')).toHaveTextContent('Blank');
    await userEvent.keyboard('9');
    expect(chosen).not.toHaveBeenCalled();
    await expect.element(field()).toHaveValue('');
    await userEvent.keyboard('2');
    expect(chosen).toHaveBeenCalledExactlyOnceWith(BLANK);
    await userEvent.keyboard('l1');
    expect(chosen).toHaveBeenCalledOnce();
  });

  it('pins the marked one by key, and it stays so', async () => {
    open(LION);
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('lion');
    await expect.element(options()).toHaveTextContent('Current label');
    await userEvent.keyboard('{Control>}d{/Control}');
    await expect.poll(async () => (await bench.storage.labels.readUse()).favourites).toEqual([LION]);
    await expect.element(page.getByRole('status')).toHaveTextContent('Lion is a favourite now');
    await userEvent.keyboard('{Control>}d{/Control}');
    await expect.poll(async () => (await bench.storage.labels.readUse()).favourites).toEqual([]);
    expect(chosen).not.toHaveBeenCalled();
  });

  it('makes a label of what it does not find', async () => {
    open(LION);
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('White lion');
    await expect.element(page.getByText('No label is called “White lion”', { exact: false })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('White lion');
    await expect.element(page.getByRole('combobox', { name: 'Below' })).toHaveValue('Lion');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => chosen.mock.calls.length).toBe(1);
    const [label] = chosen.mock.calls[0]!;
    expect(label).toMatch(/^6f776e6c-.*;mammalia;carnivora;felidae;panthera;leo;White lion$/);
    expect((await bench.storage.labels.readOwnLabels()).map(({ name }) => name)).toEqual(['White lion']);
  });

  it('tells what is wrong with a label, and goes back', async () => {
    open();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('qqqq{Enter}');
    const name = page.getByRole('textbox', { name: 'Name' });
    await expect.element(name).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Choose the taxon that it belongs to.')).toBeVisible();
    await name.fill('Leopard');
    await page.getByRole('combobox', { name: 'Below' }).fill('cat family');
    await page.getByRole('option', { name: /Cat family/ }).click();
    await page.getByRole('button', { name: 'Add and choose' }).click();
    await expect.element(page.getByText('The package has the label “Leopard” already', { exact: false })).toBeVisible();
    expect(chosen).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Back to the search' }).click();
    await expect.element(field()).toHaveFocus();
  });

  it('closes with Escape', async () => {
    open();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('lio{Escape}');
    await expect.poll(() => closed.mock.calls.length).toBe(1);
    expect(chosen).not.toHaveBeenCalled();
  });
});
